package io.cascadeledger.loan.disbursement;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Post that principal was paid out.
 *
 * @param loan the loan
 * @param disbursementId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param borrowerId the borrower, for comparison with the loan's; or null
 * @param amount what was paid out
 * @param effectiveDate the day on which it counts
 * @param method how it was sent, or null
 * @param destinationRef where it was sent, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record PostDisbursement(
    LoanId loan,
    UUID disbursementId,
    UUID entryId,
    UUID borrowerId,
    Money amount,
    LocalDate effectiveDate,
    String method,
    String destinationRef,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
