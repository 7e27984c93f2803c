package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money was received for a loan that had been charged off or written off.
 *
 * @param loan the loan
 * @param recoveryId the movement's identity
 * @param amount what was received
 * @param sourceMethod how it came, such as {@code ach}; or null
 * @param externalRef the payment's name in another system, or null
 * @param metadata the caller's own notes, never null
 * @param entry cash clearing against recovery income
 * @param postedAt when the ledger recorded it
 */
public record RecoveryPosted(
    LoanId loan,
    UUID recoveryId,
    Money amount,
    String sourceMethod,
    String externalRef,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
