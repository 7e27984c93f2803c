package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Component;
import java.time.Instant;
import java.util.UUID;

/**
 * A component of the loan was set right by hand.
 *
 * @param loan the loan
 * @param adjustmentId the movement's identity
 * @param component the component
 * @param amount by how much; negative if less is owed now
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param entry the component against manual adjustments
 * @param postedAt when the ledger recorded it
 */
public record BalanceAdjusted(
    LoanId loan,
    UUID adjustmentId,
    Component component,
    Money amount,
    String reason,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
