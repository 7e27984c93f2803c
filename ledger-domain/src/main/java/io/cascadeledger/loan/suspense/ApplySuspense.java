package io.cascadeledger.loan.suspense;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Use money that is kept for the borrower to pay what is owed.
 *
 * @param loan the loan
 * @param applicationId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param amount how much to use
 * @param effectiveDate the day on which it counts
 * @param target what to pay; null for the loan's waterfall
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ApplySuspense(
    LoanId loan,
    UUID applicationId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    PaymentTarget target,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
