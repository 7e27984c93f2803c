package io.cascadeledger.accrual;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Book the interest that a lender computed for many loans: on all of them or on none.
 *
 * @param batch the identity of the batch
 * @param entryId the identity under which the batch's lines are read as one entry
 * @param programId the lending program
 * @param dayCountConvention how the lender counted days, or null
 * @param accrualDate the day on which the interest was earned, and on which it counts
 * @param items the loans and their interest
 * @param time when the command was received
 */
public record PostAccrualBatch(
    AccrualBatchId batch,
    UUID entryId,
    String programId,
    DayCountConvention dayCountConvention,
    LocalDate accrualDate,
    List<Item> items,
    PostingTime time) {

  public PostAccrualBatch {
    items = List.copyOf(items);
  }

  /**
   * One loan of the batch.
   *
   * @param loan the loan
   * @param outstandingPrincipalMinor the principal the interest was computed on, in minor units
   * @param interestMinor the interest, in minor units of the loan's currency
   */
  public record Item(LoanId loan, long outstandingPrincipalMinor, long interestMinor) {}
}
