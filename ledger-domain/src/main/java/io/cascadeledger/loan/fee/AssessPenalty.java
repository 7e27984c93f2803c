package io.cascadeledger.loan.fee;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Charge a penalty.
 *
 * @param loan the loan
 * @param penaltyId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param amount the penalty
 * @param effectiveDate the day on which it counts
 * @param penaltyType what it is for
 * @param description a sentence for the statement, or null
 * @param dueDate when it falls due; null for its effective date
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record AssessPenalty(
    LoanId loan,
    UUID penaltyId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    String penaltyType,
    String description,
    LocalDate dueDate,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
