package io.cascadeledger.accrual;

import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The interest of a whole batch was undone on each of its loans.
 *
 * @param batch the batch
 * @param reversedEntryId the identity of the batch's entry
 * @param entryId the identity under which all lines of the reversal are read as one entry
 * @param reasonCode why, such as {@code error_correction}
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the day on which the reversal counts
 * @param postedAt when the ledger recorded it
 */
public record AccrualBatchReversed(
    AccrualBatchId batch,
    UUID reversedEntryId,
    UUID entryId,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccrualBatchEvent {}
