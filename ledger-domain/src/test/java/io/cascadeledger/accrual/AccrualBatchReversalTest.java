package io.cascadeledger.accrual;

import static io.cascadeledger.given.BatchCommands.batch;
import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.loan;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.BATCH_REFUSED;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.ENTRY_ALREADY_REVERSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Component;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

final class AccrualBatchReversalTest {
  private static final LoanId FIRST = loan("first");
  private static final LoanId SECOND = loan("second");

  private final InMemoryLedger ledger =
      new InMemoryLedger()
          .given(LoanFacts.in(FIRST, USD).opened(), LoanFacts.in(SECOND, USD).opened())
          .accept(batch("march").post(item(FIRST, 300), item(SECOND, 700)));

  @Test
  void a_reversed_batch_takes_its_interest_from_each_loan_under_one_entry() {
    int before = ledger.events().size();

    ledger.accept(batch("march").reverse());

    List<LedgerEvent> stored = ledger.events().subList(before, before + 3);
    assertThat(stored)
        .filteredOn(AccrualBatchReversed.class::isInstance)
        .containsExactly(
            new AccrualBatchReversed(
                batch("march").id(),
                entryId("march"),
                entryId("reversal of march"),
                "error_correction",
                "rate was wrong",
                Metadata.NONE,
                TODAY,
                NOW.postedAt()));
    assertThat(stored)
        .filteredOn(EntryReversed.class::isInstance)
        .map(EntryReversed.class::cast)
        .extracting(
            EntryReversed::loan,
            EntryReversed::reversedEntryId,
            EntryReversed::batchEntryId,
            EntryReversed::reasonDescription,
            EntryReversed::entry)
        .containsExactly(reversed(FIRST, 300), reversed(SECOND, 700));
    assertThat(ledger.events()).hasSize(before + 3);
    assertThat(ledger.state(FIRST).balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(ledger.state(SECOND).balance()).isEqualTo(LoanBalance.ZERO);
  }

  private static Tuple reversed(LoanId loan, long minor) {
    JournalEntry accrual = LoanFacts.in(loan, USD).accrued("march", minor).entry();
    return tuple(
        loan,
        AccrualBatch.entryIdOf(entryId("march"), loan.value()),
        entryId("reversal of march"),
        "rate was wrong",
        accrual.reversal(
            AccrualBatch.entryIdOf(entryId("reversal of march"), loan.value()), TODAY));
  }

  @Test
  void only_the_interest_of_this_batch_is_undone() {
    ledger.accept(batch("april").post(item(FIRST, 40)), batch("march").reverse());

    assertThat(ledger.state(FIRST).balance()).isEqualTo(new LoanBalance(0, 40, 0, 0));
  }

  @Test
  void a_batch_is_reversed_at_most_once() {
    ledger.accept(batch("march").reverse());

    assertRefused(batch("march").reverse(), ENTRY_ALREADY_REVERSED);
  }

  @Test
  void a_batch_is_not_reversed_when_the_interest_of_one_loan_was_reversed_singly() {
    ledger.accept(reverseSingly(SECOND));

    assertRefused(batch("march").reverse(), BATCH_REFUSED, tuple(1, ENTRY_ALREADY_REVERSED));
  }

  @Test
  void the_other_loans_of_that_batch_can_still_be_reversed_singly() {
    ledger.accept(reverseSingly(SECOND), reverseSingly(FIRST));

    assertThat(ledger.state(FIRST).balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(ledger.state(SECOND).balance()).isEqualTo(LoanBalance.ZERO);
  }

  @Test
  void the_interest_of_one_loan_is_not_reversed_singly_after_the_batch_was() {
    ledger.accept(batch("march").reverse());

    assertRefused(reverseSingly(SECOND), ENTRY_ALREADY_REVERSED);
  }

  @Test
  void what_had_paid_the_interest_of_a_reversed_batch_is_kept_for_the_borrower() {
    ledger.accept(LoanCommands.in(FIRST, USD).pay("payment", 1), batch("march").reverse());

    assertThat(ledger.state(FIRST).balance()).isEqualTo(new LoanBalance(0, 0, 0, 1));
    assertThat(ledger.state(SECOND).balance()).isEqualTo(LoanBalance.ZERO);
  }

  @Test
  void a_batch_is_not_reversed_while_an_adjustment_of_a_loan_rests_on_its_interest() {
    LoanCommands first = LoanCommands.in(FIRST, USD);
    ledger.accept(new ServicingCommands(first).adjust("rounding", Component.INTEREST, -1));

    assertRefused(batch("march").reverse(), BATCH_REFUSED, tuple(0, BALANCE_WOULD_BE_NEGATIVE));
  }

  @Test
  void a_batch_is_not_reversed_with_effect_before_its_interest_was_earned() {
    assertRefused(
        batch("march").on(OPENED).reverse(),
        BATCH_REFUSED,
        tuple(0, EFFECTIVE_DATE_BEFORE_ENTRY),
        tuple(1, EFFECTIVE_DATE_BEFORE_ENTRY));
  }

  @Test
  void a_batch_that_was_never_posted_is_not_found_by_the_repository() {
    assertThatThrownBy(() -> ledger.accept(batch("unknown").reverse()))
        .isInstanceOf(AggregateNotFoundException.class);
  }

  private static ReverseEntry reverseSingly(LoanId loan) {
    return new ReverseEntry(
        loan,
        AccrualBatch.entryIdOf(entryId("march"), loan.value()),
        entryId("single reversal of " + loan),
        null,
        TODAY,
        "error_correction",
        null,
        Metadata.NONE,
        NOW);
  }

  private void assertRefused(Object command, RefusalCode code, Tuple... items) {
    List<LedgerEvent> before = ledger.events();
    Refused refused = ledger.send(command).orElseThrow();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.items())
        .extracting(Refused.Item::index, Refused.Item::code)
        .containsExactly(items);
    assertThat(ledger.events()).isEqualTo(before);
  }
}
