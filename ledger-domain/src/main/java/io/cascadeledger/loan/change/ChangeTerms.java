package io.cascadeledger.loan.change;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Change the rate, or schedule anew what is not due yet.
 *
 * @param loan the loan
 * @param changeId the identity of the change
 * @param change what is different from then on
 * @param effectiveDate the day from which it counts
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ChangeTerms(
    LoanId loan,
    UUID changeId,
    TermsChange change,
    LocalDate effectiveDate,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
