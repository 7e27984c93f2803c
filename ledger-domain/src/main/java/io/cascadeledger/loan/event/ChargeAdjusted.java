package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import java.time.Instant;
import java.util.UUID;

/**
 * A fee or penalty was reduced, as if it had been charged smaller. What of it had been paid already
 * pays something else.
 *
 * @param loan the loan
 * @param adjustmentId the movement's identity
 * @param chargeId the fee or penalty
 * @param component fees or penalties, whichever the charge is
 * @param amount by how much it was reduced
 * @param reason why, in a sentence; or null
 * @param allocation how it was split; sums to the amount
 * @param metadata the caller's own notes, never null
 * @param entry the income from it against what was owed
 * @param postedAt when the ledger recorded it
 */
public record ChargeAdjusted(
    LoanId loan,
    UUID adjustmentId,
    UUID chargeId,
    Component component,
    Money amount,
    String reason,
    Allocation allocation,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
