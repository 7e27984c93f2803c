package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment as it stands.
 *
 * @param loan the loan it was for
 * @param paymentId the payment
 * @param borrowerId who owes the loan
 * @param entryId its journal entry
 * @param amount what was paid
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 * @param sourceMethod how it came, or null
 * @param externalRef its name in another system, or null
 * @param allocation how it was split
 * @param metadata the caller's notes
 * @param reversedByEntryId the entry that undid it, or null
 */
public record PaymentView(
    LoanId loan,
    UUID paymentId,
    UUID borrowerId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    Instant postedAt,
    String sourceMethod,
    String externalRef,
    Allocation allocation,
    Metadata metadata,
    UUID reversedByEntryId) {}
