package io.cascadeledger.loan.adjustment;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Set a component of the loan right by hand.
 *
 * @param loan the loan
 * @param adjustmentId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param component the component
 * @param amount by how much; negative if less is owed
 * @param effectiveDate the day on which it counts
 * @param reason why, not null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record AdjustBalance(
    LoanId loan,
    UUID adjustmentId,
    UUID entryId,
    Component component,
    Money amount,
    LocalDate effectiveDate,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
