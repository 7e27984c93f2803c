package io.cascadeledger.loan.event;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.JournalEntry;
import java.util.UUID;

/** The answer to a payment that was asked to be posted: it counts, or it is pending. */
public sealed interface PaymentTaken extends LedgerEvent permits PaymentPosted, PaymentPended {

  /** The payment. */
  UUID paymentId();

  /** The balanced entry that books it. */
  JournalEntry entry();
}
