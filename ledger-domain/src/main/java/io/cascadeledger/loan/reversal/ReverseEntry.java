package io.cascadeledger.loan.reversal;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Undo an entry of a loan by one that mirrors it.
 *
 * @param loan the loan
 * @param reversedEntryId the entry to undo
 * @param entryId the identity of the new entry
 * @param batchEntryId the identity under which the reversal of a whole batch is read as one entry,
 *     or null if this entry is reversed by itself
 * @param effectiveDate the day on which the reversal counts
 * @param reasonCode why
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ReverseEntry(
    LoanId loan,
    UUID reversedEntryId,
    UUID entryId,
    UUID batchEntryId,
    LocalDate effectiveDate,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
