package io.cascadeledger.loan.change;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Let some days not count as days past due. They may lie ahead.
 *
 * @param loan the loan
 * @param pauseId the identity of the pause
 * @param start the first of the days
 * @param end the last of the days
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record PauseDelinquency(
    LoanId loan,
    UUID pauseId,
    LocalDate start,
    LocalDate end,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
