package io.cascadeledger.loan.waiver;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Reduce a fee or penalty, as if it had been charged smaller.
 *
 * @param loan the loan
 * @param adjustmentId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param chargeId the fee or penalty
 * @param amount by how much
 * @param effectiveDate the day on which it counts
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record AdjustCharge(
    LoanId loan,
    UUID adjustmentId,
    UUID entryId,
    UUID chargeId,
    Money amount,
    LocalDate effectiveDate,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
