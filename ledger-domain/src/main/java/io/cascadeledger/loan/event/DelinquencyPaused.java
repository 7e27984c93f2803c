package io.cascadeledger.loan.event;

import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Days were agreed that do not count as days past due. Nothing is booked.
 *
 * @param loan the loan
 * @param pauseId the pause's identity
 * @param pause the days
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the first of the days, or the day of posting if that is earlier
 * @param postedAt when the ledger recorded it
 */
public record DelinquencyPaused(
    LoanId loan,
    UUID pauseId,
    DelinquencyPause pause,
    String reason,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanArrangement {

  @Override
  public UUID arrangementId() {
    return pauseId;
  }
}
