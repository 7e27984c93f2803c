package io.cascadeledger.item;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The rules that items of several kinds share. Each returns quietly or throws {@link ItemRefused}.
 */
public final class ItemRules {

  private ItemRules() {}

  /** A command has as many items as one may have, and at least one. */
  public static void requireCount(int count, int least) {
    if (count < least || count > Limits.ITEMS_PER_COMMAND) {
      throw new ItemRefused(
          ItemRefusalCode.ITEM_COUNT_OUT_OF_RANGE,
          "There must be %d to %d items, not %d."
              .formatted(least, Limits.ITEMS_PER_COMMAND, count));
    }
  }

  /** An amount in minor units is zero or above, and within the limit. */
  public static void requireNatural(long minor) {
    if (minor < 0) {
      throw new ItemRefused(
          ItemRefusalCode.AMOUNT_NEGATIVE, "The amount %d must not be negative.".formatted(minor));
    }
    requireWithinLimit(minor);
  }

  /** An amount in minor units is above zero, and within the limit. */
  public static void requirePositive(long minor) {
    requireNatural(minor);
    if (minor == 0) {
      throw new ItemRefused(ItemRefusalCode.AMOUNT_ZERO, "The amount must be above zero.");
    }
  }

  /** An amount in minor units is within the limit, on either side of zero. */
  public static void requireWithinLimit(long minor) {
    if (minor > Limits.AMOUNT_MINOR || minor < -Limits.AMOUNT_MINOR) {
      throw new ItemRefused(
          ItemRefusalCode.AMOUNT_TOO_LARGE,
          "The amount %d is above the limit of %d.".formatted(minor, Limits.AMOUNT_MINOR));
    }
  }

  /** A date lies between the earliest taken seriously and the business date. */
  public static void requireDate(LocalDate date, PostingTime time) {
    if (date.isBefore(Limits.EARLIEST_EFFECTIVE_DATE)) {
      throw new ItemRefused(
          ItemRefusalCode.DATE_OUT_OF_RANGE,
          "The date %s lies before %s.".formatted(date, Limits.EARLIEST_EFFECTIVE_DATE));
    }
    if (date.isAfter(time.businessDate())) {
      throw new ItemRefused(
          ItemRefusalCode.DATE_IN_FUTURE,
          "The date %s lies after today, %s.".formatted(date, time.businessDate()));
    }
  }

  /** An amount is of the currency that an account or claim has. */
  public static void requireCurrency(Currency expected, Money amount) {
    if (!expected.equals(amount.currency())) {
      throw new ItemRefused(
          ItemRefusalCode.CURRENCY_MISMATCH,
          "The currency is %s, not %s.".formatted(expected, amount.currency()));
    }
  }

  /** A sum in minor units is no more than one account or claim may hold. */
  public static void requireBalance(long minor) {
    if (minor > Limits.BALANCE_MINOR) {
      throw new ItemRefused(
          ItemRefusalCode.BALANCE_TOO_LARGE,
          "The balance would exceed %d.".formatted(Limits.BALANCE_MINOR));
    }
  }
}
