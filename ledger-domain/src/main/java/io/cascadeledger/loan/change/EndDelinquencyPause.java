package io.cascadeledger.loan.change;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Let a pause end earlier, or take it back whole.
 *
 * @param loan the loan
 * @param pauseEndId the identity of the end
 * @param pauseId the pause
 * @param lastDay the last day that stays paused; null if none does
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record EndDelinquencyPause(
    LoanId loan,
    UUID pauseEndId,
    UUID pauseId,
    LocalDate lastDay,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
