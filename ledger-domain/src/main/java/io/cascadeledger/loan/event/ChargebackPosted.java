package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.util.UUID;

/**
 * The payer took back some of a payment, or all of it. The payment stands; what it paid is owed
 * again from now on.
 *
 * @param loan the loan
 * @param chargebackId the movement's identity
 * @param paymentEntryId the entry of the payment
 * @param amount what was taken back
 * @param reason why, in a sentence; or null
 * @param allocation what is owed again, and what was taken from suspense
 * @param metadata the caller's own notes, never null
 * @param entry what is owed again against cash clearing
 * @param postedAt when the ledger recorded it
 */
public record ChargebackPosted(
    LoanId loan,
    UUID chargebackId,
    UUID paymentEntryId,
    Money amount,
    String reason,
    Allocation allocation,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
