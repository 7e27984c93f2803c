package io.cascadeledger.projections.loan;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * A movement of a loan as it counts now.
 *
 * @param loan the loan
 * @param movementId the movement; an accrual has the identity of its batch
 * @param borrowerId who owes the loan
 * @param entryId its journal entry
 * @param position the position of its event
 * @param type what it is
 * @param paymentKind the kind of a payment; null of anything else
 * @param amountMinor its amount in minor units; null if it is all that was owed
 * @param currency the loan's currency
 * @param effectiveDate the day on which it counts
 * @param dueDate when a fee or penalty falls due; null if on its effective date, or of anything
 *     else
 * @param postedAt when the ledger recorded it
 * @param sourceMethod how a payment came, or null
 * @param externalRef its name in another system, or null
 * @param allocation how it is split now; null if it is not one that is split
 * @param restated whether it does something else by now than when it was posted
 * @param metadata the caller's notes
 * @param reversedByEntryId the entry that undid it, or null
 */
public record MovementView(
    LoanId loan,
    UUID movementId,
    UUID borrowerId,
    UUID entryId,
    long position,
    EntryType type,
    PaymentKind paymentKind,
    Long amountMinor,
    Currency currency,
    LocalDate effectiveDate,
    LocalDate dueDate,
    Instant postedAt,
    String sourceMethod,
    String externalRef,
    Allocation allocation,
    boolean restated,
    Metadata metadata,
    UUID reversedByEntryId) {}
