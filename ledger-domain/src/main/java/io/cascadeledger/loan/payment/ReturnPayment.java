package io.cascadeledger.loan.payment;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Undo a payment that the bank has returned, and charge a fee for it if one is given.
 *
 * @param loan the loan
 * @param paymentId the payment
 * @param reversalId the identity of the reversal entry
 * @param returnCode why, in the words of the bank or scheme
 * @param feeId the identity of the fee, or null for none
 * @param feeEntryId the identity of the fee's entry, or null
 * @param fee the fee, or null for none
 * @param effectiveDate the day on which it counts
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ReturnPayment(
    LoanId loan,
    UUID paymentId,
    UUID reversalId,
    String returnCode,
    UUID feeId,
    UUID feeEntryId,
    Money fee,
    LocalDate effectiveDate,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
