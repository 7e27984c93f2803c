package io.cascadeledger.loan.payment;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.time.PostingTime;
import java.util.List;
import java.util.function.Consumer;

/**
 * Post some payments of one loan, all of them or none.
 *
 * @param loan the loan
 * @param payments the payments in their order, each of this loan; at least one
 * @param time when the command was received
 */
public record PostPayments(LoanId loan, List<PostPayment> payments, PostingTime time)
    implements LoanCommand {

  public PostPayments {
    payments = List.copyOf(payments);
    if (payments.isEmpty() || payments.stream().anyMatch(it -> !it.loan().equals(loan))) {
      throw new IllegalArgumentException("at least one payment, and each of the same loan");
    }
  }

  /**
   * Has them posted in their order.
   *
   * @param posting posts one
   * @throws Refused if it refuses one, which is then named
   */
  public void each(Consumer<PostPayment> posting) {
    for (int i = 0; i < payments.size(); i++) {
      try {
        posting.accept(payments.get(i));
      } catch (Refused e) {
        throw refused(i, e);
      }
    }
  }

  /** The refusal of all of them, because the loan refuses one. */
  private static Refused refused(int index, Refused one) {
    return new Refused(
        RefusalCode.BATCH_REFUSED,
        "The loan refuses a payment of the batch, so none was posted: " + one.getMessage(),
        List.of(new Refused.Item(index, one.code(), one.getMessage())));
  }
}
