package io.cascadeledger.loan.closing;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Close a settled loan.
 *
 * @param loan the loan
 * @param effectiveDate the day from which it is closed
 * @param reason why, in a sentence; or null
 * @param time when the command was received
 */
public record CloseLoan(LoanId loan, LocalDate effectiveDate, String reason, PostingTime time)
    implements LoanCommand {}
