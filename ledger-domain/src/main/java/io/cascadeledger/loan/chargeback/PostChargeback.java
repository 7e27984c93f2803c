package io.cascadeledger.loan.chargeback;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Take back a payment, or a part of it, that the payer has reclaimed.
 *
 * @param loan the loan
 * @param chargebackId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param paymentId the payment
 * @param amount what was reclaimed
 * @param effectiveDate the day on which it counts
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record PostChargeback(
    LoanId loan,
    UUID chargebackId,
    UUID entryId,
    UUID paymentId,
    Money amount,
    LocalDate effectiveDate,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
