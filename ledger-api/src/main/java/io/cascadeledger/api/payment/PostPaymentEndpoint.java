package io.cascadeledger.api.payment;

import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.security.Scopes;

/** {@code POST /v1/payments}. */
public final class PostPaymentEndpoint {

  private static final Operation OPERATION =
      Operation.post("postPayment", "/v1/payments")
          .tag("Payments")
          .summary("Post a payment")
          .description(
              "Books a payment of the borrower and splits it: penalties first, then fees, then"
                  + " interest, then principal; what nothing was owed for is kept in suspense. A"
                  + " target directs it elsewhere. One that counts before others changes how those"
                  + " are split; restated says how. In the layer PENDING it is refused as it would"
                  + " be otherwise, but changes nothing of the loan until it is settled.")
          .scope(Scopes.PAYMENTS_WRITE)
          .parameter(CatchUp.PARAMETER)
          .body(PaymentRequest.BODY)
          .posts("The payment was posted.", PaymentReceipt.example())
          .problems(PaymentRequest.problems())
          .build();

  private PostPaymentEndpoint() {}

  /** Posts payments. */
  public static Endpoint of(Writes writes) {
    return PostEndpoint.of(writes, OPERATION, PaymentRequest::command, PaymentReceipt::of);
  }
}
