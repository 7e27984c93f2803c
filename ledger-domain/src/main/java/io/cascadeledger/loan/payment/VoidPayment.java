package io.cascadeledger.loan.payment;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Void a pending payment: it will not come.
 *
 * @param loan the loan
 * @param paymentId the payment
 * @param reversalId the identity of the entry that undoes the pending one
 * @param effectiveDate the day from which it is pending no more
 * @param reasonCode why
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record VoidPayment(
    LoanId loan,
    UUID paymentId,
    UUID reversalId,
    LocalDate effectiveDate,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
