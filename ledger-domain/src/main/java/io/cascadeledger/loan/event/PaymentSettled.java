package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment is pending no more, because it was settled: it was posted right before this, and
 * counts.
 *
 * @param loan the loan
 * @param paymentId the payment
 * @param pendingEntryId the entry that booked it while it was pending
 * @param settledEntryId the entry that books it now
 * @param entry the pending entry's mirrored lines, in the same layer
 * @param postedAt when the ledger recorded it
 */
public record PaymentSettled(
    LoanId loan,
    UUID paymentId,
    UUID pendingEntryId,
    UUID settledEntryId,
    JournalEntry entry,
    Instant postedAt)
    implements PendingPaymentEvent {}
