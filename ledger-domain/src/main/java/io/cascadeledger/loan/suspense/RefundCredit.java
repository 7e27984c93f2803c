package io.cascadeledger.loan.suspense;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Pay money that is kept for the borrower back.
 *
 * @param loan the loan
 * @param refundId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param amount what is paid back
 * @param effectiveDate the day on which it counts
 * @param method how it is sent, or null
 * @param destinationRef where it is sent, in another system; or null
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record RefundCredit(
    LoanId loan,
    UUID refundId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    String method,
    String destinationRef,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
