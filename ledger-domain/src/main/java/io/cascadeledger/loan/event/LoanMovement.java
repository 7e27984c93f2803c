package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import java.time.LocalDate;

/** An event that moved money: it carries the journal entry that books it. */
public sealed interface LoanMovement extends LoanEvent
    permits DisbursementPosted, FeeAssessed, InterestAccrued, PaymentPosted, EntryReversed {

  /** The balanced entry that books the movement. */
  JournalEntry entry();

  @Override
  default LocalDate effectiveDate() {
    return entry().effectiveDate();
  }
}
