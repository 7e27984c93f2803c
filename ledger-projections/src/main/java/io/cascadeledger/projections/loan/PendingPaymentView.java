package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * A payment as it was announced, and how far it has come.
 *
 * @param loan the loan
 * @param paymentId the payment
 * @param borrowerId who owes the loan
 * @param entryId the entry that booked it as pending
 * @param kind what kind of payment it is
 * @param amountMinor its amount, in minor units
 * @param currency the loan's currency
 * @param effectiveDate the day from which it is pending
 * @param postedAt when the ledger recorded it
 * @param sourceMethod how it comes, or null
 * @param externalRef its name in another system, or null
 * @param metadata the caller's notes
 * @param status how far it has come
 * @param endedByEntryId the entry that undid the pending one, or null while it is pending
 */
public record PendingPaymentView(
    LoanId loan,
    UUID paymentId,
    UUID borrowerId,
    UUID entryId,
    PaymentKind kind,
    long amountMinor,
    Currency currency,
    LocalDate effectiveDate,
    Instant postedAt,
    String sourceMethod,
    String externalRef,
    Metadata metadata,
    PendingStatus status,
    UUID endedByEntryId) {}
