package io.cascadeledger.loan.loss;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Take a payment for a loan that was charged off or written off.
 *
 * @param loan the loan
 * @param recoveryId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param amount what was paid
 * @param effectiveDate the day on which it counts
 * @param sourceMethod how it came, or null
 * @param externalRef its name in another system, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record PostRecovery(
    LoanId loan,
    UUID recoveryId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    String sourceMethod,
    String externalRef,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
