package io.cascadeledger.refusal;

import static io.cascadeledger.given.BatchCommands.batch;
import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.loan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cascadeledger.accrual.PostAccrualBatch.Item;
import io.cascadeledger.given.BatchCommands;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Puts every possible combination of faults into a batch that is otherwise accepted. */
final class BatchPrecedenceTest {
  private static final LoanId TARGET = loan("target");

  /** A batch of a sound loan and a target, before it is made; faults are put into it. */
  private static final class Draft {
    BatchCommands command = batch("march");
    final List<Item> before = new ArrayList<>(List.of(item(LOAN, 1)));
    long targetMinor = 1;
    Currency targetCurrency = USD;
    LocalDate targetOpenedOn = OPENED;
    boolean targetExists = true;
    boolean targetIsClosed;
    boolean targetIsFull;
    boolean empty;

    Optional<Refused> send() {
      InMemoryLedger ledger = new InMemoryLedger().given(LoanFacts.inUsd().opened());
      LoanFacts target = LoanFacts.in(TARGET, targetCurrency);
      if (targetExists) {
        ledger.given(target.openedOn(targetOpenedOn, null));
      }
      if (targetExists && targetIsFull) {
        for (int number = 0; number < 100; number++) {
          ledger.given(target.accrued("full " + number, Limits.AMOUNT_MINOR));
        }
      }
      if (targetExists && targetIsClosed) {
        ledger.given(target.closed());
      }
      List<Item> items = new ArrayList<>(before);
      items.add(item(TARGET, targetMinor));
      return ledger.send(command.post(empty ? List.of() : items));
    }
  }

  private static final List<Fault<Draft>> OF_THE_BATCH =
      List.of(
          new Fault<>(
              "date",
              RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              draft -> draft.command = draft.command.on(LocalDate.EPOCH.minusDays(1))),
          new Fault<>(
              "date",
              RefusalCode.EFFECTIVE_DATE_IN_FUTURE,
              draft -> draft.command = draft.command.on(TODAY.plusDays(1))),
          new Fault<>("size", RefusalCode.BATCH_EMPTY, draft -> draft.empty = true),
          new Fault<>("size", RefusalCode.BATCH_TOO_LARGE, draft -> fill(draft.before)),
          new Fault<>("items", RefusalCode.BATCH_REFUSED, draft -> draft.targetMinor = 0));

  private static final List<Fault<Draft>> OF_AN_ITEM =
      List.of(
          new Fault<>("amount", RefusalCode.AMOUNT_NOT_POSITIVE, draft -> draft.targetMinor = 0),
          new Fault<>(
              "amount",
              RefusalCode.AMOUNT_TOO_LARGE,
              draft -> draft.targetMinor = Limits.AMOUNT_MINOR + 1),
          new Fault<>(
              "repeated",
              RefusalCode.BATCH_LOAN_REPEATED,
              draft -> draft.before.add(item(TARGET, 1))),
          new Fault<>("exists", RefusalCode.LOAN_NOT_FOUND, draft -> draft.targetExists = false),
          new Fault<>("closed", RefusalCode.LOAN_CLOSED, draft -> draft.targetIsClosed = true),
          new Fault<>(
              "currency", RefusalCode.CURRENCY_MISMATCH, draft -> draft.targetCurrency = JPY),
          new Fault<>(
              "opened",
              RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING,
              draft -> draft.targetOpenedOn = TODAY.plusYears(1)),
          new Fault<>(
              "balance", RefusalCode.BALANCE_TOO_LARGE, draft -> draft.targetIsFull = true));

  @Test
  void when_several_reasons_hold_for_a_batch_the_first_in_order_is_answered() {
    for (List<Fault<Draft>> faults : Fault.combinations(OF_THE_BATCH)) {
      Optional<RefusalCode> answered = spoiled(faults).send().map(Refused::code);
      assertEquals(
          faults.isEmpty() ? Optional.empty() : Optional.of(Fault.first(faults)), answered);
    }
  }

  @Test
  void when_several_reasons_hold_for_an_item_the_first_in_order_is_answered() {
    for (List<Fault<Draft>> faults : Fault.combinations(OF_AN_ITEM)) {
      Draft draft = spoiled(faults);
      List<Refused.Item> refused = draft.send().map(Refused::items).orElse(List.of());
      int target = draft.before.size();
      assertEquals(
          faults.isEmpty() ? List.of() : List.of(Fault.first(faults)),
          refused.stream().filter(item -> item.index() == target).map(Refused.Item::code).toList(),
          () -> "of " + faults.stream().map(Fault::code).toList());
    }
  }

  @Test
  void a_batch_that_was_reversed_before_answers_first_what_is_wrong_with_the_date() {
    InMemoryLedger ledger =
        new InMemoryLedger()
            .given(LoanFacts.inUsd().opened())
            .accept(batch("march").post(item(LOAN, 1)), batch("march").reverse());

    assertEquals(
        Optional.of(RefusalCode.EFFECTIVE_DATE_IN_FUTURE),
        ledger.send(batch("march").on(TODAY.plusDays(1)).reverse()).map(Refused::code));
    assertEquals(
        Optional.of(RefusalCode.ENTRY_ALREADY_REVERSED),
        ledger.send(batch("march").reverse()).map(Refused::code));
  }

  private static Draft spoiled(List<Fault<Draft>> faults) {
    Draft draft = new Draft();
    faults.forEach(fault -> fault.spoil().accept(draft));
    return draft;
  }

  private static void fill(List<Item> items) {
    for (int number = 0; number < Limits.LOANS_PER_ACCRUAL_BATCH; number++) {
      items.add(item(loan("loan " + number), 1));
    }
  }
}
