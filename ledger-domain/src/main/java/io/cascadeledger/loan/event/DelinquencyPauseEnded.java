package io.cascadeledger.loan.event;

import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A pause ends earlier than it was to, or is taken back whole. Nothing is booked.
 *
 * @param loan the loan
 * @param pauseEndId the identity of the end
 * @param pauseId the pause
 * @param lastDay the last day that stays paused; null if none does
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the first day that is paused no more, or the day of posting if that is
 *     earlier
 * @param postedAt when the ledger recorded it
 */
public record DelinquencyPauseEnded(
    LoanId loan,
    UUID pauseEndId,
    UUID pauseId,
    LocalDate lastDay,
    String reason,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanArrangement {

  @Override
  public UUID arrangementId() {
    return pauseEndId;
  }
}
