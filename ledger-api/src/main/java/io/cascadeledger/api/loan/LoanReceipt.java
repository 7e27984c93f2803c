package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The answer to the opening or closing of a loan. */
record LoanReceipt(
    @Describe("The loan.") UUID loanId,
    @Describe("What it is now: open or closed.") String status,
    @Describe("The day from which it is so.") LocalDate effectiveAt,
    @Describe("When the ledger recorded it.") Instant postedAt) {

  static LoanReceipt of(LoanOpened event) {
    return of(event, "open");
  }

  static LoanReceipt of(LoanClosed event) {
    return of(event, "closed");
  }

  private static LoanReceipt of(LoanEvent event, String status) {
    return new LoanReceipt(event.loan().value(), status, event.effectiveDate(), event.postedAt());
  }

  static LoanReceipt example(String status) {
    return new LoanReceipt(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        status,
        LocalDate.of(2026, 1, 15),
        Instant.parse("2026-01-15T12:00:00Z"));
  }
}
