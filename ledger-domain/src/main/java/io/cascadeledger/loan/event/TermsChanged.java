package io.cascadeledger.loan.event;

import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The loan's terms changed; what is not due yet is scheduled anew.
 *
 * @param loan the loan
 * @param changeId the change's identity
 * @param change what changed
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the day from which the new terms count
 * @param postedAt when the ledger recorded it
 */
public record TermsChanged(
    LoanId loan,
    UUID changeId,
    TermsChange change,
    String reason,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanArrangement {

  @Override
  public UUID arrangementId() {
    return changeId;
  }
}
