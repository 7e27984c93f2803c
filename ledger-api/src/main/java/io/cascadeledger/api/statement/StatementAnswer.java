package io.cascadeledger.api.statement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import io.cascadeledger.projections.statement.StatementTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A statement as it is answered. */
record StatementAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The loan's borrower.") UUID borrowerId,
    @Describe("The currency of its amounts.") String currency,
    @Describe("The first effective date.") LocalDate from,
    @Describe("The last effective date.") LocalDate to,
    @Describe(value = "When it was known, if that was asked.", optional = true) Instant knownAt,
    @Describe("The balance before the first day.") BalanceAnswer opening,
    @Describe("The balance after the last day.") BalanceAnswer closing,
    @Describe("What happened in between.") Totals totals,
    @Describe("How many lines there are.") int lineCount,
    @Describe("The lines by effective date, and within a day as they were posted.")
        List<StatementLineAnswer> lines) {

  /** The totals of a period. */
  @Describe(
      "What happened in the period; corrections count in what they correct. Opening owed less"
          + " suspense, plus disbursed, interest, fees, penalties and other, less paid and waived,"
          + " is closing owed less suspense.")
  record Totals(
      @Describe("Principal paid out.") String disbursedMinor,
      @Describe("Interest charged.") String interestMinor,
      @Describe("Fees charged.") String feesMinor,
      @Describe("Penalties charged.") String penaltiesMinor,
      @Describe("Interest, fees and penalties together.") String chargedMinor,
      @Describe("Money received, less what was paid back.") String paidMinor,
      @Describe("What the lender has waived.") String waivedMinor,
      @Describe("The rest: charge-offs, recoveries, sales, goodwill, manual adjustments.")
          String otherMinor) {

    private static Totals of(StatementTotals totals) {
      return new Totals(
          totals.disbursedMinor().toString(),
          totals.interestMinor().toString(),
          totals.feesMinor().toString(),
          totals.penaltiesMinor().toString(),
          totals.interestMinor().add(totals.feesMinor()).add(totals.penaltiesMinor()).toString(),
          totals.paidMinor().toString(),
          totals.waivedMinor().toString(),
          totals.otherMinor().toString());
    }
  }

  /** A statement with some of its lines. */
  static StatementAnswer of(Statement statement, List<StatementLine> lines) {
    return new StatementAnswer(
        statement.loan().value(),
        statement.borrowerId(),
        statement.currency().getCurrencyCode(),
        statement.from(),
        statement.to(),
        statement.knownAt(),
        BalanceAnswer.of(statement.opening()),
        BalanceAnswer.of(statement.closing()),
        Totals.of(statement.totals()),
        statement.lineCount(),
        lines.stream().map(StatementLineAnswer::of).toList());
  }
}
