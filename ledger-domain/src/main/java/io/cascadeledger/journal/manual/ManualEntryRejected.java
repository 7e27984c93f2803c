package io.cascadeledger.journal.manual;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A draft was rejected, or withdrawn by its author. It is never booked.
 *
 * @param manualEntry the manual entry
 * @param rejectedBy who rejected it
 * @param reason why
 * @param effectiveDate the business date of the rejection
 * @param postedAt when the ledger recorded it
 */
public record ManualEntryRejected(
    ManualEntryId manualEntry,
    String rejectedBy,
    String reason,
    LocalDate effectiveDate,
    Instant postedAt)
    implements ManualEntryEvent {}
