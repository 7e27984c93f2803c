package io.cascadeledger.accrual;

import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Undo the interest of a whole batch: on all its loans or on none.
 *
 * @param batch the batch
 * @param entryId the identity under which the reversal's lines are read as one entry
 * @param effectiveDate the day on which the reversal counts
 * @param reasonCode why
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ReverseAccrualBatch(
    AccrualBatchId batch,
    UUID entryId,
    LocalDate effectiveDate,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    PostingTime time) {}
