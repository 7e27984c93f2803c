package io.cascadeledger.loan.event;

import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.JournalEntry;
import java.time.LocalDate;

/** An event that moved money: it carries the journal entry that books it. */
public sealed interface LoanMovement extends LoanEvent, BookedEntry
    permits DisbursementPosted,
        FeeAssessed,
        PenaltyAssessed,
        InterestAccrued,
        InterestEarned,
        PaymentPosted,
        SuspenseApplied,
        CreditRefunded,
        ChargebackPosted,
        WaiverGranted,
        ChargeAdjusted,
        BalanceAdjusted,
        LoanChargedOff,
        LoanWrittenOff,
        RecoveryPosted,
        LoanSold,
        EntryReversed,
        EntryRestated {

  /** The balanced entry that books the movement. */
  @Override
  JournalEntry entry();

  @Override
  default LocalDate effectiveDate() {
    return entry().effectiveDate();
  }
}
