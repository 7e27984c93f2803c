package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.debtor.DebtorProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  private final Projections projections = Projections.start(10);
  private final Lender lender = new Lender("acme", projections.events());

  @AfterEach
  void close() {
    projections.close();
  }

  private void assertFails(String projection, String message) throws InterruptedException {
    assertThat(projections.awaitError(projection))
        .hasMessageContaining("projection " + projection + " failed on positions")
        .hasMessageContaining(message);
  }

  /** Appends a payment of a loan that these events never opened. */
  private void appendOfUnknownLoan() {
    MemoryEvents elsewhere = new MemoryEvents(10);
    Lender stranger = new Lender("stranger", elsewhere);
    LoanId loan = stranger.open("USD", APRIL);
    stranger.fee(loan, 100, APRIL);
    stranger.pay(loan, 100, APRIL);
    projections.events().append(elsewhere.events().subList(2, 3));
  }

  @Test
  void after_a_restart_reading_goes_on_where_it_ended() {
    LoanId loan = lender.open("USD", APRIL);
    lender.disburse(loan, 1_000, APRIL);
    projections.catchUp();
    Map<String, List<String>> before = projections.dump();

    projections.stop();
    projections.start();
    projections.catchUp();
    assertThat(projections.dump()).isEqualTo(before);

    lender.disburse(loan, 500, APRIL);
    projections.catchUp();
    assertThat(
            projections
                .balances()
                .loan("acme", loan.value(), APRIL)
                .block()
                .balance()
                .principalMinor())
        .isEqualTo(1_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {JournalProjection.NAME, BalanceProjection.NAME, LoanProjection.NAME})
  void a_lost_token_does_not_make_events_count_twice(String projection) throws Exception {
    LoanId loan = lender.open("USD", APRIL);
    lender.disburse(loan, 1_000, APRIL);
    projections.catchUp();
    Map<String, List<String>> before = projections.dump();

    projections.stop();
    projections.jdbc().update("DELETE FROM token_entry WHERE processor_name = ?", projection);
    projections.start();
    projections.catchUp();

    assertThat(projections.dump()).isEqualTo(before);
  }

  @Test
  void of_a_chunk_that_is_known_in_part_only_the_rest_is_written() {
    LoanId loan = lender.open("USD", APRIL);
    lender.disburse(loan, 1_000, APRIL);
    projections.catchUp();
    projections.stop();
    lender.disburse(loan, 500, APRIL);

    projections.readInOneChunk(new JournalProjection(projections.jdbc()));
    projections.readInOneChunk(new BalanceProjection(projections.jdbc()));
    projections.readInOneChunk(new LoanProjection(projections.jdbc()));
    projections.readInOneChunk(new DebtorProjection(projections.jdbc()));

    Map<String, List<String>> written = projections.dump();
    projections.start();
    projections.replay();
    assertThat(projections.dump()).isEqualTo(written);
  }

  @Test
  void a_missing_event_is_a_failure() throws Exception {
    LoanId loan = lender.open("USD", APRIL);
    projections.catchUp();
    projections.stop();
    projections
        .jdbc()
        .update("UPDATE projection_position SET position = 0 WHERE projection = 'balances'");
    projections.start();
    lender.disburse(loan, 1_000, APRIL);

    assertFails(BalanceProjection.NAME, "the first event must be the next after position 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {JournalProjection.NAME, BalanceProjection.NAME, LoanProjection.NAME})
  void an_event_of_an_unknown_loan_is_a_failure_and_nothing_of_it_is_kept(String projection)
      throws Exception {
    Map<String, List<String>> before = dumpOfLoans();

    appendOfUnknownLoan();

    assertFails(projection, "the loan was never opened: loan/stranger/");
    assertThat(dumpOfLoans()).isEqualTo(before);
  }

  /** Without how far the projection of debtors is, which asks for no loan. */
  private Map<String, List<String>> dumpOfLoans() {
    Map<String, List<String>> dump = projections.dump();
    dump.computeIfPresent(
        "projection_position",
        (_, rows) -> rows.stream().filter(row -> !row.contains(DebtorProjection.NAME)).toList());
    return dump;
  }

  @Test
  void a_chunk_counts_whole_or_not_at_all() {
    projections.stop();
    lender.open("USD", APRIL);
    appendOfUnknownLoan();
    Map<String, List<String>> before = projections.dump();

    assertThatThrownBy(() -> projections.readInOneChunk(new LoanProjection(projections.jdbc())))
        .hasMessageContaining("projection loans failed on positions 1 to 2");
    assertThat(projections.dump()).isEqualTo(before);
  }

  @Test
  void a_reversal_of_an_unknown_entry_is_a_failure() throws Exception {
    LoanId loan = lender.open("USD", APRIL);
    FeeAssessed fee = lender.fee(loan, 100, APRIL);
    projections
        .events()
        .append(
            List.of(
                new EntryReversed(
                    loan,
                    UUID.randomUUID(),
                    null,
                    "error_correction",
                    null,
                    Metadata.NONE,
                    fee.entry().reversal(UUID.randomUUID(), APRIL),
                    fee.postedAt())));

    assertFails(JournalProjection.NAME, "reversed entries: 0 rows written for 1");
  }

  @Test
  void a_second_reversal_of_an_entry_is_a_failure() throws Exception {
    LoanId loan = lender.open("USD", APRIL);
    FeeAssessed fee = lender.fee(loan, 100, APRIL);
    EntryReversed reversal = lender.reverse(loan, fee.entry().id(), APRIL);
    projections.catchUp();
    projections
        .events()
        .append(
            List.of(
                new EntryReversed(
                    loan,
                    fee.entry().id(),
                    null,
                    reversal.reasonCode(),
                    null,
                    Metadata.NONE,
                    fee.entry().reversal(UUID.randomUUID(), APRIL),
                    fee.postedAt())));

    assertFails(JournalProjection.NAME, "reversed entries: 0 rows written for 1");
  }

  @Test
  void a_reversal_of_an_unknown_batch_is_a_failure() throws Exception {
    projections
        .events()
        .append(
            List.of(
                new AccrualBatchReversed(
                    new AccrualBatchId("acme", UUID.randomUUID()),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "error_correction",
                    null,
                    Metadata.NONE,
                    APRIL,
                    Instant.EPOCH)));

    assertFails(JournalProjection.NAME, "reversed batches: 0 rows written for 1");
  }

  @Test
  void events_that_are_of_no_interest_still_count_as_read() {
    projections.events().append(List.of(new Unrelated(), new Unrelated()));
    projections.catchUp();

    assertThat(projections.positions().all().collectList().block())
        .containsExactly(
            new ProjectionPosition("balances", 2),
            new ProjectionPosition("debtors", 2),
            new ProjectionPosition("journal", 2),
            new ProjectionPosition("loans", 2));
  }

  private record Unrelated() implements LedgerEvent {
    @Override
    public String tenant() {
      return "acme";
    }

    @Override
    public LocalDate effectiveDate() {
      return APRIL;
    }

    @Override
    public Instant postedAt() {
      return Instant.EPOCH;
    }
  }
}
