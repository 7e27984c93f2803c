package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * The lender no longer asks for something that was owed. What of it had been paid already pays
 * something else.
 *
 * @param loan the loan
 * @param waiverId the movement's identity
 * @param amount what is waived
 * @param target the component or the charge that is waived, not null
 * @param reason why, in a sentence; or null
 * @param allocation how it was split; sums to the amount
 * @param metadata the caller's own notes, never null
 * @param entry waivers against what was owed
 * @param postedAt when the ledger recorded it
 */
public record WaiverGranted(
    LoanId loan,
    UUID waiverId,
    Money amount,
    PaymentTarget target,
    String reason,
    Allocation allocation,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
