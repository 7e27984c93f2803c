package io.cascadeledger.loan.loss;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Move all that the loan owes to losses; the borrower still owes it.
 *
 * @param loan the loan
 * @param chargeOffId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param effectiveDate the day on which it counts
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ChargeOffLoan(
    LoanId loan,
    UUID chargeOffId,
    UUID entryId,
    LocalDate effectiveDate,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
