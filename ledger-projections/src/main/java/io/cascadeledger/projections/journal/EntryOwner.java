package io.cascadeledger.projections.journal;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.loan.event.LoanId;

/** What a journal entry belongs to: that is whom to ask for its reversal. */
public sealed interface EntryOwner {

  /**
   * It is an entry of one loan.
   *
   * @param loan the loan
   */
  record OfLoan(LoanId loan) implements EntryOwner {}

  /**
   * It is all the lines of a batch of accruals, or of the reversal of one.
   *
   * @param batch the batch
   */
  record OfBatch(AccrualBatchId batch) implements EntryOwner {}

  /**
   * It is a manual entry, or the reversal of one.
   *
   * @param manualEntry the manual entry
   */
  record OfManualEntry(ManualEntryId manualEntry) implements EntryOwner {}

  /** It is an entry of a debtor account or of a claim, where other entries correct it. */
  record OfDebtor() implements EntryOwner {}
}
