package io.cascadeledger.loan.state;

import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.BORROWER_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.CURRENCY_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/** The rules that several movements share. Each returns quietly or throws {@link Refused}. */
public final class MovementRules {

  private MovementRules() {}

  /** The amount is above zero and within the limit. */
  public static void requireAmount(Money amount) {
    if (!amount.isPositive()) {
      throw new Refused(AMOUNT_NOT_POSITIVE, "The amount must be above zero, not " + amount + ".");
    }
    if (amount.minorUnits() > Limits.AMOUNT_MINOR) {
      throw new Refused(
          AMOUNT_TOO_LARGE,
          "The amount %s is above the limit of %d.".formatted(amount, Limits.AMOUNT_MINOR));
    }
  }

  /** The effective date lies between the earliest date taken seriously and the business date. */
  public static void requireEffectiveDate(LocalDate effectiveDate, PostingTime time) {
    if (effectiveDate.isBefore(Limits.EARLIEST_EFFECTIVE_DATE)) {
      throw new Refused(
          EFFECTIVE_DATE_OUT_OF_RANGE,
          "The effective date %s lies before %s."
              .formatted(effectiveDate, Limits.EARLIEST_EFFECTIVE_DATE));
    }
    if (effectiveDate.isAfter(time.businessDate())) {
      throw new Refused(
          EFFECTIVE_DATE_IN_FUTURE,
          "The effective date %s lies after the business date %s."
              .formatted(effectiveDate, time.businessDate()));
    }
  }

  /** The loan takes movements: it is neither closed nor has it left the books on any day. */
  public static void requireActive(LoanState loan) {
    requireActive(loan, LocalDate.MAX);
  }

  /**
   * The loan takes movements that count on a day: it is not closed, and it had not left the books
   * on that day.
   */
  public static void requireActive(LoanState loan, LocalDate effectiveDate) {
    requireNotClosed(loan);
    requireNotGone(loan, effectiveDate);
  }

  /** The loan had not left the books on a day. */
  public static void requireNotGone(LoanState loan, LocalDate effectiveDate) {
    Standing standing = loan.standing();
    if (!standing.isGoneOn(effectiveDate)) {
      return;
    }
    switch (standing.exit()) {
      case NONE -> {
        // It is on the books.
      }
      case CHARGED_OFF ->
          throw new Refused(
              RefusalCode.LOAN_LOST, "The loan was charged off. What is paid is a recovery.");
      case WRITTEN_OFF ->
          throw new Refused(
              RefusalCode.LOAN_LOST, "The loan was written off. What is paid is a recovery.");
      case SOLD -> throw new Refused(RefusalCode.LOAN_SOLD, "The loan was sold.");
    }
  }

  /** The loan is not closed. */
  public static void requireNotClosed(LoanState loan) {
    if (loan.isClosed()) {
      throw new Refused(RefusalCode.LOAN_CLOSED, "The loan is closed.");
    }
  }

  /**
   * What nearly every movement needs: a loan that is active on that day, its currency, and a date
   * not before it was opened.
   */
  public static void requireTaken(LoanState loan, Money amount, LocalDate effectiveDate) {
    requireActive(loan, effectiveDate);
    requireCurrency(loan, amount);
    requireNotBeforeOpening(loan, effectiveDate);
  }

  /** The movement is of the loan's currency. */
  public static void requireCurrency(LoanState loan, Money amount) {
    if (!loan.currency().equals(amount.currency())) {
      throw new Refused(
          CURRENCY_MISMATCH,
          "The loan is in %s, the movement in %s.".formatted(loan.currency(), amount.currency()));
    }
  }

  /** The borrower, where one is named, is the loan's; a null names none. */
  public static void requireBorrower(LoanState loan, UUID borrowerId) {
    if (borrowerId != null && !borrowerId.equals(loan.borrowerId())) {
      throw new Refused(BORROWER_MISMATCH, "The loan has another borrower than the one named.");
    }
  }

  /** The movement does not count before the loan was opened. */
  public static void requireNotBeforeOpening(LoanState loan, LocalDate effectiveDate) {
    if (effectiveDate.isBefore(loan.openedOn())) {
      throw new Refused(
          EFFECTIVE_DATE_BEFORE_OPENING,
          "The effective date %s lies before the loan was opened on %s."
              .formatted(effectiveDate, loan.openedOn()));
    }
  }

  /**
   * No component of a loan's balance is below zero or beyond the limit, and no more was recovered
   * than was lost.
   *
   * @param loan where a movement would leave it
   */
  public static void requireSound(Standing loan) {
    requireSound(loan.balance());
    if (loan.lostMinor() < 0) {
      throw new Refused(
          BALANCE_WOULD_BE_NEGATIVE,
          "More would have been recovered than was lost. Reverse the recovery first.");
    }
  }

  /**
   * No component of a balance is below zero or beyond the limit.
   *
   * @param balance the balance that a movement would leave
   */
  public static void requireSound(LoanBalance balance) {
    if (balance.smallestMinor() < 0) {
      throw new Refused(
          BALANCE_WOULD_BE_NEGATIVE,
          "A balance of the loan would fall below zero, because later movements have used it."
              + " Reverse those first.");
    }
    if (balance.largestMinor() > Limits.BALANCE_MINOR) {
      throw new Refused(
          BALANCE_TOO_LARGE,
          "A balance of the loan would exceed %d.".formatted(Limits.BALANCE_MINOR));
    }
  }
}
