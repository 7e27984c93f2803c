package io.cascadeledger.loan.event;

import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What happens to a payment while it is pending. It is booked in the layer of what is pending, so
 * nothing of it changes what the loan owes or holds.
 */
public sealed interface PendingPaymentEvent extends LoanEvent, BookedEntry
    permits PaymentPended, PaymentSettled, PaymentVoided {

  /** The payment. */
  UUID paymentId();

  /** The balanced entry that books it. */
  @Override
  JournalEntry entry();

  @Override
  default LocalDate effectiveDate() {
    return entry().effectiveDate();
  }

  @Override
  default Layer bookedIn() {
    return Layer.PENDING;
  }
}
