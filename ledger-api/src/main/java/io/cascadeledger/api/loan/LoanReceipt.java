package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The answer to the opening or closing of a loan. */
record LoanReceipt(
    @Describe("The loan.") UUID loanId,
    @Describe("What it is now: open or closed.") String status,
    @Describe("The day from which it is so.") LocalDate effectiveAt,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static LoanReceipt of(Posted posted) {
    LoanEvent event = (LoanEvent) posted.event();
    return new LoanReceipt(
        event.loan().value(),
        event instanceof LoanClosed ? "closed" : "open",
        event.effectiveDate(),
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static LoanReceipt example(String status) {
    return new LoanReceipt(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        status,
        LocalDate.of(2026, 1, 15),
        Instant.parse("2026-01-15T12:00:00Z"),
        null);
  }
}
