package io.cascadeledger.loan.payment;

import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Post a payment of the borrower, so that it counts, or announce it, so that it is pending.
 *
 * @param loan the loan
 * @param paymentId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param borrowerId the borrower, for comparison with the loan's; or null
 * @param amount what was paid
 * @param effectiveDate the day on which it counts
 * @param sourceMethod how it came, or null
 * @param externalRef its name in another system, or null
 * @param kind what kind of payment it is
 * @param target what it is to pay; null for the loan's waterfall
 * @param layer the layer of the books: it counts in the settled one
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record PostPayment(
    LoanId loan,
    UUID paymentId,
    UUID entryId,
    UUID borrowerId,
    Money amount,
    LocalDate effectiveDate,
    String sourceMethod,
    String externalRef,
    PaymentKind kind,
    PaymentTarget target,
    Layer layer,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {

  public PostPayment {
    if (layer == Layer.ENCUMBRANCE) {
      throw new IllegalArgumentException("a payment is settled or pending");
    }
  }

  /** A payment that counts. */
  public PostPayment(
      LoanId loan,
      UUID paymentId,
      UUID entryId,
      UUID borrowerId,
      Money amount,
      LocalDate effectiveDate,
      String sourceMethod,
      String externalRef,
      PaymentKind kind,
      PaymentTarget target,
      Metadata metadata,
      PostingTime time) {
    this(
        loan,
        paymentId,
        entryId,
        borrowerId,
        amount,
        effectiveDate,
        sourceMethod,
        externalRef,
        kind,
        target,
        Layer.SETTLED,
        metadata,
        time);
  }
}
