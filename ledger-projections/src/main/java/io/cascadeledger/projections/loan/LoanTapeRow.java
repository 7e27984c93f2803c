package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.state.LoanBalance;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A loan as a line of the loan tape.
 *
 * @param loan the loan as it stands now, or stood as it was known at a time
 * @param asOf the last effective date that counts for its balance
 * @param balance what it owed, and what was kept for the borrower
 * @param lastActivityAt when the ledger last recorded something of it, whatever day that counts on
 */
public record LoanTapeRow(
    LoanView loan, LocalDate asOf, LoanBalance balance, Instant lastActivityAt) {

  /** The same loan as it was known at a time. */
  LoanTapeRow known(KnownStandings.KnownStanding standing) {
    return new LoanTapeRow(standing.of(loan), asOf, balance, standing.lastActivityAt());
  }
}
