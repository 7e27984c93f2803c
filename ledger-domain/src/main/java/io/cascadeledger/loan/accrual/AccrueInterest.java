package io.cascadeledger.loan.accrual;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Book interest that the lender computed, as one part of a batch.
 *
 * @param loan the loan
 * @param accrualId the batch's identity
 * @param batchEntryId the identity under which the batch's lines are read as one entry
 * @param entryId the identity of this loan's journal entry
 * @param interestMinor the interest, in minor units of the loan's currency
 * @param outstandingPrincipalMinor the principal it was computed on, in minor units
 * @param accrualDate the day it was earned, and on which it counts
 * @param time when the command was received
 */
public record AccrueInterest(
    LoanId loan,
    UUID accrualId,
    UUID batchEntryId,
    UUID entryId,
    long interestMinor,
    long outstandingPrincipalMinor,
    LocalDate accrualDate,
    PostingTime time)
    implements LoanCommand {}
