package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Principal was paid out to the borrower.
 *
 * @param loan the loan
 * @param disbursementId the movement's identity
 * @param amount what was paid out
 * @param method how it was sent, such as {@code ach}; or null
 * @param destinationRef where it was sent, in the caller's words; or null
 * @param metadata the caller's own notes, never null
 * @param entry principal receivable against disbursement clearing
 * @param postedAt when the ledger recorded it
 */
public record DisbursementPosted(
    LoanId loan,
    UUID disbursementId,
    Money amount,
    String method,
    String destinationRef,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
