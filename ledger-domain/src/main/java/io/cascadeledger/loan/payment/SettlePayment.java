package io.cascadeledger.loan.payment;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Settle a pending payment: it counts from then on.
 *
 * @param loan the loan
 * @param paymentId the payment
 * @param entryId the identity of the entry that books it
 * @param reversalId the identity of the entry that undoes the pending one
 * @param effectiveDate the day on which it counts
 * @param time when the command was received
 */
public record SettlePayment(
    LoanId loan,
    UUID paymentId,
    UUID entryId,
    UUID reversalId,
    LocalDate effectiveDate,
    PostingTime time)
    implements LoanCommand {}
