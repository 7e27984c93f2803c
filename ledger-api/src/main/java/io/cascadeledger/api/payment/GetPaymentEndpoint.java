package io.cascadeledger.api.payment;

import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.MovementQueries;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/payments/{payment_event_id}}. */
public final class GetPaymentEndpoint implements Endpoint {

  private static final Parameter<UUID> PAYMENT =
      Parameter.path(Field.uuid("payment_event_id").describe("The payment."));

  private static final Operation OPERATION =
      Operation.get("getPayment", "/v1/payments/{payment_event_id}")
          .tag("Payments")
          .summary("Read a payment")
          .description(
              "A payment, how it is split now and was when it was posted, and whether it was reversed.")
          .scope(Scopes.LEDGER_READ)
          .parameter(PAYMENT)
          .answer(200, "The payment.", PaymentAnswer.example())
          .problems(ProblemCode.PAYMENT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final MovementQueries movements;

  /** Reads from a projection. */
  public GetPaymentEndpoint(Reads reads, MovementQueries movements) {
    this.reads = reads;
    this.movements = movements;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    UUID payment = OPERATION.readParameters(request).get(PAYMENT);
    return reads.ofTenant(
        request,
        LoanProjection.NAME,
        movements.payment(Caller.of(request).tenant(), payment).map(PaymentAnswer::of),
        ProblemCode.PAYMENT_NOT_FOUND);
  }
}
