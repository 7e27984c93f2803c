package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The loan was sold. Nothing is owed to this lender any more.
 *
 * @param loan the loan
 * @param saleId the movement's identity
 * @param newOwner who has it now
 * @param price what was agreed for it, zero or more
 * @param metadata the caller's own notes, never null
 * @param entry the price against all that was owed; the rest is the result
 * @param postedAt when the ledger recorded it
 */
public record LoanSold(
    LoanId loan,
    UUID saleId,
    String newOwner,
    Money price,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
