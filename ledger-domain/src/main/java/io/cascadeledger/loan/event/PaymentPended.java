package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment was announced that has not been settled. How it will be split is known when it is.
 *
 * @param loan the loan
 * @param paymentId the movement's identity, which it keeps when it is settled
 * @param amount what is to be paid
 * @param sourceMethod how it comes, such as {@code ach}; or null
 * @param externalRef the payment's name in another system, or null
 * @param kind what kind of payment it is; null for a regular one
 * @param target what it is to pay, or null if the loan's waterfall decides
 * @param metadata the caller's own notes, never null
 * @param entry where it comes from against what is kept for the borrower, in the layer of what is
 *     pending
 * @param postedAt when the ledger recorded it
 */
public record PaymentPended(
    LoanId loan,
    UUID paymentId,
    Money amount,
    String sourceMethod,
    String externalRef,
    PaymentKind kind,
    PaymentTarget target,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements PendingPaymentEvent, PaymentTaken {}
