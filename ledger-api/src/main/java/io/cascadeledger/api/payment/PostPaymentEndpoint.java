package io.cascadeledger.api.payment;

import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.loan.event.PaymentPosted;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/payments}. */
public final class PostPaymentEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.post("postPayment", "/v1/payments")
          .tag("Payments")
          .summary("Post a payment")
          .description(
              "Books a payment of the borrower and splits it: fees first, then interest, then"
                  + " principal; what nothing was owed for is kept in suspense.")
          .scope(Scopes.PAYMENTS_WRITE)
          .body(PaymentRequest.BODY)
          .answer(201, "The payment was posted.", PaymentReceipt.example())
          .answer(200, "An earlier request had posted it.", PaymentReceipt.example())
          .problems(PaymentRequest.problems())
          .build();

  private final Writes writes;

  /** Posts payments. */
  public PostPaymentEndpoint(Writes writes) {
    this.writes = writes;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    return writes.post(
        request,
        OPERATION,
        PaymentRequest::command,
        posted -> PaymentReceipt.of((PaymentPosted) posted.event()));
  }
}
