package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.balance.LoanBalanceView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A loan's balance as it is answered. */
record LoanBalanceAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The currency of its amounts.") String currency,
    @Describe("The last effective date that counts.") LocalDate asOfDate,
    @Describe(value = "When it was known, if that was asked.", optional = true) Instant knownAt,
    @Describe("Principal paid out and not paid back.") long principalOutstandingMinor,
    @Describe("Interest accrued and not paid.") long interestReceivableMinor,
    @Describe("Fees charged and not paid.") long feesReceivableMinor,
    @Describe(value = "Penalties charged and not paid; left out if zero.", optional = true)
        Long penaltiesReceivableMinor,
    @Describe("Principal, interest, fees and penalties together.") long totalExposureMinor,
    @Describe("Money received for which nothing was owed.") long suspenseMinor,
    @Describe(
            "When anything was last recorded of the loan; with known_at, when anything was last"
                + " booked by then.")
        Instant lastActivityAt) {

  static LoanBalanceAnswer of(LoanBalanceView view, Instant knownAt) {
    LoanBalance balance = view.balance();
    return new LoanBalanceAnswer(
        view.loan().value(),
        view.currency().getCurrencyCode(),
        view.asOf(),
        knownAt,
        balance.principalMinor(),
        balance.interestMinor(),
        balance.feesMinor(),
        balance.penaltiesMinor() == 0 ? null : balance.penaltiesMinor(),
        balance.owedMinor(),
        balance.suspenseMinor(),
        view.lastActivityAt());
  }

  static LoanBalanceAnswer example() {
    return new LoanBalanceAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        "USD",
        LocalDate.of(2026, 5, 1),
        null,
        921_651,
        0,
        0,
        null,
        921_651,
        0,
        Instant.parse("2026-05-01T12:00:00Z"));
  }
}
