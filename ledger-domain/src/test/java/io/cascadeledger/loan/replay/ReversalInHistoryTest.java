package io.cascadeledger.loan.replay;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Reversals of what others have come after. */
final class ReversalInHistoryTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final LoanCommands commands = LoanCommands.inUsd();

  /** 1000 of principal and 500 of interest on the first day, then a payment of 100 each day. */
  private InMemoryLedger paidElevenTimes() {
    InMemoryLedger ledger =
        new InMemoryLedger()
            .accept(
                commands.open(),
                commands.on(OPENED).disburse("principal", 1_000),
                commands.on(OPENED).accrue("interest", 500));
    IntStream.rangeClosed(0, 10)
        .forEach(day -> ledger.accept(commands.on(OPENED.plusDays(day)).pay("day " + day, 100)));
    return ledger;
  }

  @Test
  void the_first_of_eleven_payments_is_taken_out_and_one_of_the_others_pays_its_interest() {
    InMemoryLedger ledger = paidElevenTimes();
    int before = ledger.events().size();

    ledger.accept(commands.reverse("day 0"));

    assertThat(ledger.events().subList(before, ledger.events().size()))
        .isEqualTo(
            List.of(
                facts.reversed("day 0", facts.credit("1000", 100), facts.debit("1200", 100)),
                more.on(TODAY)
                    .restated(
                        "day 5",
                        "reversal of day 0",
                        new Allocation(0, 100, 0, 0),
                        facts.credit("1200", 100),
                        facts.debit("1100", 100))));
    assertThat(ledger.state(LOAN).balance()).isEqualTo(new LoanBalance(0, 0, 500, 0));
  }

  @Test
  void a_payment_in_the_middle_that_changed_nothing_for_others_restates_nothing() {
    InMemoryLedger ledger = paidElevenTimes();
    int before = ledger.events().size();

    ledger.accept(commands.reverse("day 7"));

    assertThat(ledger.events().subList(before, ledger.events().size()))
        .isEqualTo(
            List.of(facts.reversed("day 7", facts.credit("1000", 100), facts.debit("1100", 100))));
    assertThat(ledger.state(LOAN).balance()).isEqualTo(new LoanBalance(0, 0, 500, 0));
  }

  @Test
  void payments_of_a_reversed_disbursement_are_kept_for_the_borrower() {
    LocalDate later = OPENED.plusDays(10);
    new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.on(OPENED).disbursed("first", 300),
            facts.on(OPENED).disbursed("second", 50),
            facts.on(later).paid("payment", 0, 0, 200, 0),
            facts.on(TODAY).paid("another", 0, 0, 100, 0))
        .when(commands.on(later.plusDays(1)).reverse("first"))
        .expectEvents(
            facts
                .on(later.plusDays(1))
                .reversed("first", facts.credit("1100", 300), facts.debit("1010", 300)),
            more.on(later.plusDays(1))
                .restated(
                    "payment",
                    "reversal of first",
                    new Allocation(0, 0, 50, 150),
                    facts.debit("1100", 150),
                    facts.credit("2100", 150)),
            more.on(TODAY)
                .restated(
                    "another",
                    "reversal of first",
                    new Allocation(0, 0, 0, 100),
                    facts.credit("2100", 100),
                    facts.debit("1100", 100)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 250)));
  }

  @Test
  void a_restatement_is_not_reversed_by_itself() {
    InMemoryLedger ledger = paidElevenTimes().accept(commands.reverse("day 0"));
    UUID restatement = restatement(ledger.events());

    assertThat(ledger.send(reverse(restatement)).orElseThrow().code())
        .isEqualTo(RefusalCode.REVERSAL_NOT_REVERSIBLE);
  }

  @Test
  void an_entry_that_was_restated_to_nothing_has_nothing_to_reverse() {
    new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.on(OPENED).disbursed("principal", 100),
            more.chargedOff("loss", facts.debit("5200", 100), facts.credit("1100", 100)))
        .andGivenCommands(commands.on(OPENED).pay("found", 100))
        .when(reverse(entryId("loss")))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.REVERSAL_NOT_REVERSIBLE));
  }

  private static UUID restatement(List<LedgerEvent> events) {
    return events.stream()
        .filter(EntryRestated.class::isInstance)
        .map(event -> ((EntryRestated) event).entry().id())
        .findFirst()
        .orElseThrow();
  }

  private static ReverseEntry reverse(UUID entry) {
    return new ReverseEntry(
        LOAN,
        entry,
        entryId("reversal"),
        null,
        TODAY,
        "error_correction",
        null,
        Metadata.NONE,
        NOW);
  }
}
