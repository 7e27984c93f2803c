package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.LoanView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** A loan as it is answered. */
record LoanAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("Who owes it.") UUID borrowerId,
    @Describe("The currency of all its movements.") String currency,
    @Describe("What it is now: open, closed, charged_off, written_off or sold.") String status,
    @Describe("The day from which movements may count.") LocalDate effectiveAt,
    @Describe(value = "The lending program.", optional = true) String programId,
    @Describe("What was agreed.") Terms terms,
    @Describe("Your own notes.") Metadata metadata,
    @Describe("When the ledger recorded its opening.") Instant postedAt,
    @Describe(value = "The day from which it is closed.", optional = true) LocalDate closedOn) {

  /** What was agreed. */
  @Describe("What lender and borrower agreed, as far as the ledger was told.")
  record Terms(
      @Describe(value = "The most that may be disbursed.", optional = true) Long principalMinor,
      @Describe(value = "The yearly rate as a decimal fraction.", optional = true)
          String annualInterestRate,
      @Describe(value = "How days are counted.", optional = true) String dayCountConvention,
      @Describe(value = "How often an instalment falls due.", optional = true)
          String repaymentFrequency,
      @Describe(value = "How many instalments.", optional = true) Integer instalmentCount,
      @Describe(value = "When the first one falls due.", optional = true) LocalDate firstDueDate) {

    private static Terms of(LoanTerms terms) {
      return new Terms(
          terms.principalMinor(),
          terms.annualInterestRate(),
          terms.dayCountConvention() == null ? null : terms.dayCountConvention().name(),
          terms.repaymentFrequency() == null
              ? null
              : terms.repaymentFrequency().name().toLowerCase(Locale.ROOT),
          terms.instalmentCount(),
          terms.firstDueDate());
    }
  }

  static LoanAnswer of(LoanView view) {
    return new LoanAnswer(
        view.loan().value(),
        view.borrowerId(),
        view.currency().getCurrencyCode(),
        view.status().name().toLowerCase(Locale.ROOT),
        view.openedOn(),
        view.programId(),
        Terms.of(view.terms()),
        view.metadata(),
        view.openedAt(),
        view.closedOn());
  }

  static LoanAnswer example() {
    return new LoanAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        UUID.fromString("22222222-2222-2222-2222-222222222222"),
        "USD",
        "open",
        LocalDate.of(2026, 1, 15),
        "prog_7",
        new Terms(1_000_000L, "0.12", DayCountConvention.ACT_365.name(), "monthly", 12, null),
        Metadata.NONE,
        Instant.parse("2026-01-15T12:00:00Z"),
        null);
  }
}
