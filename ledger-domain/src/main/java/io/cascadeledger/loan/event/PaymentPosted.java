package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * The borrower paid, and the waterfall split the payment.
 *
 * @param loan the loan
 * @param paymentId the movement's identity
 * @param amount what was paid
 * @param sourceMethod how it came, such as {@code ach}; or null
 * @param externalRef the payment's name in another system, or null
 * @param kind what kind of payment it is; null for a regular one
 * @param target what it was to pay, or null if the loan's waterfall decided
 * @param allocation how it was split; sums to the amount
 * @param metadata the caller's own notes, never null
 * @param entry cash clearing against what the payment paid
 * @param postedAt when the ledger recorded it
 */
public record PaymentPosted(
    LoanId loan,
    UUID paymentId,
    Money amount,
    String sourceMethod,
    String externalRef,
    PaymentKind kind,
    PaymentTarget target,
    Allocation allocation,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement, PaymentTaken {}
