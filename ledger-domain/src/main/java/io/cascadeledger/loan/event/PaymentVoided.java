package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment is pending no more, because it will not come.
 *
 * @param loan the loan
 * @param paymentId the payment
 * @param pendingEntryId the entry that booked it while it was pending
 * @param reasonCode why, such as {@code returned}
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param entry the pending entry's mirrored lines, in the same layer
 * @param postedAt when the ledger recorded it
 */
public record PaymentVoided(
    LoanId loan,
    UUID paymentId,
    UUID pendingEntryId,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements PendingPaymentEvent {}
