package io.cascadeledger.loan.sale;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Transfer the loan to another owner.
 *
 * @param loan the loan
 * @param saleId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param newOwner who has it from now on
 * @param price what was agreed for it, zero or more
 * @param effectiveDate the day on which it counts
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record SellLoan(
    LoanId loan,
    UUID saleId,
    UUID entryId,
    String newOwner,
    Money price,
    LocalDate effectiveDate,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
