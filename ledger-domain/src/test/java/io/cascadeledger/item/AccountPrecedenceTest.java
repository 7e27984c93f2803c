package io.cascadeledger.item;

import static io.cascadeledger.refusal.ItemRefusalCode.ACCOUNT_NOT_FOUND;
import static io.cascadeledger.refusal.ItemRefusalCode.AMOUNT_NEGATIVE;
import static io.cascadeledger.refusal.ItemRefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.ItemRefusalCode.AMOUNT_ZERO;
import static io.cascadeledger.refusal.ItemRefusalCode.BALANCE_TOO_LARGE;
import static io.cascadeledger.refusal.ItemRefusalCode.CLAIM_NOT_FOUND;
import static io.cascadeledger.refusal.ItemRefusalCode.CLAIM_RESOLVED;
import static io.cascadeledger.refusal.ItemRefusalCode.CURRENCY_MISMATCH;
import static io.cascadeledger.refusal.ItemRefusalCode.DATE_IN_FUTURE;
import static io.cascadeledger.refusal.ItemRefusalCode.DATE_OUT_OF_RANGE;
import static io.cascadeledger.refusal.ItemRefusalCode.ENTRY_EXISTS;
import static io.cascadeledger.refusal.ItemRefusalCode.EXCEEDS_OPEN;
import static io.cascadeledger.refusal.ItemRefusalCode.EXCEEDS_PAID;
import static io.cascadeledger.refusal.ItemRefusalCode.PAYMENT_EXISTS;
import static io.cascadeledger.refusal.ItemRefusalCode.PROMISE_EXISTS;
import static io.cascadeledger.refusal.ItemRefusalCode.TARGET_NOT_FOUND;
import static io.cascadeledger.refusal.ItemRefusalCode.TARGET_UNSUITABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.given.Sample;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every possible combination of faults into items that are otherwise accepted. */
final class AccountPrecedenceTest {
  private static final List<ItemFault<ItemDraft>> AMOUNT =
      List.of(
          fault("amount", AMOUNT_NEGATIVE, it -> it.minor = -1),
          fault("amount", AMOUNT_ZERO, it -> it.minor = 0),
          fault("amount", AMOUNT_TOO_LARGE, it -> it.minor = Limits.AMOUNT_MINOR + 1));
  private static final List<ItemFault<ItemDraft>> DATE =
      List.of(
          fault("date", DATE_OUT_OF_RANGE, it -> it.date = LocalDate.EPOCH.minusDays(1)),
          fault("date", DATE_IN_FUTURE, it -> it.date = Sample.TODAY.plusDays(1)));
  private static final ItemFault<ItemDraft> ACCOUNT =
      fault("account", ACCOUNT_NOT_FOUND, it -> it.opened = false);
  private static final List<ItemFault<ItemDraft>> ENTRY =
      List.of(
          fault("reference", ENTRY_EXISTS, it -> it.reference = "TAKEN"),
          fault("target", TARGET_NOT_FOUND, it -> it.target = "UNKNOWN"));
  private static final ItemFault<ItemDraft> CURRENCY =
      fault("currency", CURRENCY_MISMATCH, it -> it.currency = Sample.USD);
  private static final ItemFault<ItemDraft> UNSUITABLE =
      fault("target", TARGET_UNSUITABLE, it -> it.target = "TAKEN");

  /** An item, and what can be wrong with it. */
  record UseCase(
      String name, Function<ItemDraft, AccountItem> item, List<ItemFault<ItemDraft>> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<UseCase> useCases() {
    List<ItemFault<ItemDraft>> claim =
        List.of(
            fault("claim", CLAIM_NOT_FOUND, it -> it.claim = "F1"),
            fault("claim", CLAIM_RESOLVED, it -> it.resolved = true),
            CURRENCY);
    return List.of(
        new UseCase("payment", ItemDraft::payTarget, faults(AMOUNT, DATE, ENTRY, UNSUITABLE)),
        new UseCase(
            "discount",
            ItemDraft::discount,
            faults(AMOUNT, DATE, ENTRY, UNSUITABLE, exceeds(EXCEEDS_OPEN, 71))),
        new UseCase(
            "chargeback",
            ItemDraft::chargeback,
            faults(AMOUNT, DATE, ENTRY, exceeds(EXCEEDS_PAID, 32))),
        new UseCase(
            "fee",
            ItemDraft::charge,
            faults(
                List.of(AMOUNT.getFirst(), AMOUNT.getLast()),
                DATE,
                ENTRY,
                UNSUITABLE,
                fault("full", BALANCE_TOO_LARGE, it -> it.full = true))),
        new UseCase(
            "match",
            ItemDraft::matched,
            faults(
                AMOUNT, DATE, CURRENCY, fault("tracking", PAYMENT_EXISTS, it -> it.taken = true))),
        new UseCase(
            "credit", ItemDraft::credited, faults(AMOUNT, DATE, claim, exceeds(EXCEEDS_OPEN, 71))),
        new UseCase(
            "promise",
            ItemDraft::promiseMade,
            faults(AMOUNT, claim, fault("promise", PROMISE_EXISTS, it -> it.promised = true))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void when_several_reasons_hold_the_first_in_order_is_answered(UseCase useCase) {
    assertThat(answer(useCase, List.of())).isNull();
    for (List<ItemFault<ItemDraft>> faults : ItemFault.combinations(useCase.faults())) {
      assertThat(answer(useCase, faults))
          .as("of %s", faults.stream().map(ItemFault::code).toList())
          .isEqualTo(ItemFault.first(faults));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void an_account_that_is_not_there_is_missed_before_anything_else(UseCase useCase) {
    assertThat(answer(useCase, List.of(ACCOUNT, useCase.faults().getFirst())))
        .isEqualTo(ACCOUNT_NOT_FOUND);
  }

  private static ItemRefusalCode answer(UseCase useCase, List<ItemFault<ItemDraft>> faults) {
    ItemDraft draft = new ItemDraft();
    faults.forEach(fault -> fault.spoil().accept(draft));
    return draft.account().refuse(useCase.item().apply(draft)).map(ItemRefused::code).orElse(null);
  }

  private static ItemFault<ItemDraft> exceeds(ItemRefusalCode code, long minor) {
    return fault("amount", code, it -> it.minor = minor);
  }

  private static ItemFault<ItemDraft> fault(
      String part, ItemRefusalCode code, Consumer<ItemDraft> spoil) {
    return new ItemFault<>(part, code, spoil);
  }

  @SuppressWarnings("unchecked") // lists of faults, and single ones
  private static List<ItemFault<ItemDraft>> faults(Object... groups) {
    List<ItemFault<ItemDraft>> all = new ArrayList<>();
    for (Object group : groups) {
      if (group instanceof List<?> list) {
        all.addAll((List<ItemFault<ItemDraft>>) list);
      } else {
        all.add((ItemFault<ItemDraft>) group);
      }
    }
    return all;
  }
}
