package io.cascadeledger.loan.endofday;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Bring the loan to the end of a business day: interest, what fell due, late charges, delinquency.
 * For a day that it has been brought to before, nothing happens.
 *
 * @param loan the loan
 * @param day the day
 * @param time when the command was received
 */
public record CloseLoanDay(LoanId loan, LocalDate day, PostingTime time) implements LoanCommand {}
