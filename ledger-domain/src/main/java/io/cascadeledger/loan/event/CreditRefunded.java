package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was kept for the borrower was paid back.
 *
 * @param loan the loan
 * @param refundId the movement's identity
 * @param amount what was paid back
 * @param method how it is sent, such as {@code ach}; or null
 * @param destinationRef where it is sent, in another system; or null
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param entry suspense against cash clearing
 * @param postedAt when the ledger recorded it
 */
public record CreditRefunded(
    LoanId loan,
    UUID refundId,
    Money amount,
    String method,
    String destinationRef,
    String reason,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
