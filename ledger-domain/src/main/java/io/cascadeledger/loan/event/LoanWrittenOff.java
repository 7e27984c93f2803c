package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.util.UUID;

/**
 * The lender has given up what the loan owes.
 *
 * @param loan the loan
 * @param writeOffId the movement's identity
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param entry losses against all that was owed
 * @param postedAt when the ledger recorded it
 */
public record LoanWrittenOff(
    LoanId loan,
    UUID writeOffId,
    String reason,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
