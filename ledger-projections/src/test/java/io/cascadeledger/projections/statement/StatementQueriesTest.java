package io.cascadeledger.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Projections;
import io.cascadeledger.waterfall.Component;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementQueriesTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  private final Projections projections = Projections.start(100);
  private final Lender lender = new Lender("acme", projections.events());
  private final LoanId loan = lender.open("USD", APRIL);

  @AfterEach
  void close() {
    projections.close();
  }

  private Statement statement(LocalDate from, LocalDate to, Instant knownAt, int linesMax) {
    projections.catchUp();
    return projections
        .statements()
        .of(
            new StatementWanted(
                loan, from, to, knownAt, projections.events().lastPosition(), linesMax))
        .block();
  }

  private Statement statement(LocalDate from, LocalDate to) {
    return statement(from, to, null, 1_000);
  }

  private static List<StatementLine> lines(Statement statement) {
    return statement.lines().flatMapIterable(some -> some).collectList().block();
  }

  @Test
  void a_correction_names_what_it_corrects_and_why() {
    lender.fee(loan, 500, APRIL);
    PaymentPosted late = lender.pay(loan, 600, JUNE);
    PaymentPosted found = lender.pay(loan, 450, MAY);
    EntryReversed reversal = lender.reverse(loan, found.entry().id(), JUNE);

    List<StatementLine> lines = lines(statement(MAY, JUNE));

    assertThat(lines)
        .extracting(
            StatementLine::type,
            line -> line.corrects() == null ? null : line.corrects().entryId(),
            line -> line.corrects() == null ? null : line.corrects().effectiveDate(),
            StatementLine::causedById,
            StatementLine::reversedByEntryId)
        .containsExactly(
            tuple(EntryType.PAYMENT_RECEIVED, null, null, null, reversal.entry().id()),
            tuple(EntryType.PAYMENT_RECEIVED, null, null, null, null),
            tuple(EntryType.RESTATEMENT, late.entry().id(), JUNE, found.entry().id(), null),
            tuple(EntryType.REVERSAL, found.entry().id(), MAY, null, null),
            tuple(EntryType.RESTATEMENT, late.entry().id(), JUNE, reversal.entry().id(), null));
    assertThat(lines.getLast().corrects().type()).isEqualTo(EntryType.PAYMENT_RECEIVED);
    assertThat(lines.getLast().balance()).isEqualTo(lender.state(loan).balance());
  }

  @Test
  void a_reversal_is_not_known_before_it_was_posted() {
    PaymentPosted payment = lender.pay(loan, 450, MAY);
    lender.reverse(loan, payment.entry().id(), JUNE);

    assertThat(lines(statement(MAY, JUNE, payment.postedAt(), 1_000)))
        .singleElement()
        .satisfies(line -> assertThat(line.reversedByEntryId()).isNull());
  }

  @Test
  void the_totals_say_what_happened_with_corrections_in_what_they_correct() {
    lender.disburse(loan, 10_000, APRIL);
    lender.accrue(APRIL, List.of(loan), 300);
    lender.fee(loan, 500, MAY);
    lender.servicing().penalty(loan, 70, MAY);
    PaymentPosted wrong = lender.pay(loan, 5_000, MAY);
    lender.reverse(loan, wrong.entry().id(), MAY);
    lender.pay(loan, 1_000, MAY);
    lender.servicing().waive(loan, Component.PRINCIPAL, 25, MAY);
    lender.servicing().adjustPrincipal(loan, -5, JUNE);

    Statement whole = statement(null, JUNE);
    Statement ofMay = statement(MAY, MAY);

    assertThat(whole.from()).isEqualTo(APRIL);
    assertThat(whole.opening()).isEqualTo(LoanBalance.ZERO);
    assertThat(whole.totals()).isEqualTo(totals(10_000, 300, 500, 70, 1_000, 25, -5));
    assertThat(ofMay.opening()).isEqualTo(new LoanBalance(0, 300, 10_000, 0));
    assertThat(ofMay.totals()).isEqualTo(totals(0, 0, 500, 70, 1_000, 25, 0));
    assertThat(whole.closing()).isEqualTo(lender.state(loan).balance());
  }

  private static StatementTotals totals(
      long disbursed,
      long interest,
      long fees,
      long penalties,
      long paid,
      long waived,
      long other) {
    return new StatementTotals(
        BigInteger.valueOf(disbursed),
        BigInteger.valueOf(interest),
        BigInteger.valueOf(fees),
        BigInteger.valueOf(penalties),
        BigInteger.valueOf(paid),
        BigInteger.valueOf(waived),
        BigInteger.valueOf(other));
  }

  @Test
  void a_long_statement_is_read_some_lines_at_a_time() {
    for (int times = 0; times < 1_203; times++) {
      lender.fee(loan, 1, MAY);
    }

    Statement statement = statement(MAY, JUNE, null, 1_203);

    assertThat(statement.lines().map(List::size).collectList().block())
        .containsExactly(500, 500, 203);
    assertThat(lines(statement).getLast().balance().feesMinor()).isEqualTo(1_203);
    assertThatThrownBy(() -> statement(MAY, JUNE, null, 1_202))
        .isInstanceOf(StatementTooLongException.class);
  }

  @Test
  void a_statement_whose_journal_is_filled_anew_breaks_off() {
    lender.fee(loan, 500, MAY);
    Statement statement = statement(MAY, JUNE);
    projections.stop();
    projections.jdbc().execute("TRUNCATE journal_entry, journal_line");

    assertThatThrownBy(() -> lines(statement)).hasMessageContaining("filled anew");
  }

  @Test
  void what_is_not_there_has_no_statement() {
    projections.catchUp();

    assertThat(statement(APRIL, MAY, Instant.parse("2026-01-01T00:00:00Z"), 10)).isNull();
    assertThat(statement(null, APRIL.minusDays(9)).lineCount()).isZero();
    assertThat(
            projections
                .statements()
                .of(
                    new StatementWanted(
                        new LoanId("other", loan.value()), null, MAY, null, 1_000, 10))
                .blockOptional())
        .isEmpty();
  }
}
