package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.state.LoanBalance;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A loan as a line of the loan tape.
 *
 * @param loan the loan as it stands now
 * @param asOf the last effective date that counts for its balance
 * @param balance what it owed, and what was kept for the borrower
 * @param lastActivityAt when the ledger last recorded something of it
 */
public record LoanTapeRow(
    LoanView loan, LocalDate asOf, LoanBalance balance, Instant lastActivityAt) {}
