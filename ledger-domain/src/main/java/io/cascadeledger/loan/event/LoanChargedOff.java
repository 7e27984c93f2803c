package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.util.UUID;

/**
 * The lender does not expect to be paid. The balances were moved to losses and no interest accrues
 * any more; the borrower still owes them, and what is paid is a recovery.
 *
 * @param loan the loan
 * @param chargeOffId the movement's identity
 * @param reason why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param entry losses against all that was owed
 * @param postedAt when the ledger recorded it
 */
public record LoanChargedOff(
    LoanId loan,
    UUID chargeOffId,
    String reason,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
