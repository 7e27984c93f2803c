package io.cascadeledger.loan.fee;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Charge a fee to a loan.
 *
 * @param loan the loan
 * @param feeId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param amount the fee
 * @param effectiveDate the day on which it counts
 * @param feeType what the fee is for
 * @param description a sentence for the statement, or null
 * @param dueDate when it falls due; null for its effective date
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record AssessFee(
    LoanId loan,
    UUID feeId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    String feeType,
    String description,
    LocalDate dueDate,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
