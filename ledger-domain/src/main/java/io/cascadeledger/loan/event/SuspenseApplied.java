package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was kept for the borrower was used to pay what is owed.
 *
 * @param loan the loan
 * @param applicationId the movement's identity
 * @param amount how much was to be used
 * @param target what it was to pay, or null if the loan's waterfall decided
 * @param allocation how it was split; what nothing was owed for stays in suspense
 * @param metadata the caller's own notes, never null
 * @param entry suspense against what was paid
 * @param postedAt when the ledger recorded it
 */
public record SuspenseApplied(
    LoanId loan,
    UUID applicationId,
    Money amount,
    PaymentTarget target,
    Allocation allocation,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
