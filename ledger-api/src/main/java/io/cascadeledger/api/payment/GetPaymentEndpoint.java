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
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import io.cascadeledger.projections.loan.PendingPaymentView;
import io.cascadeledger.projections.loan.PendingStatus;
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
              "A payment, how it is split now and was when it was posted, and whether it was"
                  + " reversed; or one that is pending, or was voided.")
          .scope(Scopes.LEDGER_READ)
          .parameter(PAYMENT)
          .answer(200, "The payment.", PaymentAnswer.example())
          .problems(ProblemCode.PAYMENT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final MovementQueries movements;
  private final PendingPaymentQueries pending;

  /** Reads from a projection. */
  public GetPaymentEndpoint(Reads reads, MovementQueries movements, PendingPaymentQueries pending) {
    this.reads = reads;
    this.movements = movements;
    this.pending = pending;
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
        payment(Caller.of(request).tenant(), payment),
        ProblemCode.PAYMENT_NOT_FOUND);
  }

  /** What counts is a movement, whether it was pending before or not. */
  private Mono<PaymentAnswer> payment(String tenant, UUID payment) {
    Mono<PendingPaymentView> announced = pending.payment(tenant, payment);
    return movements
        .payment(tenant, payment)
        .flatMap(view -> announced.singleOptional().map(it -> PaymentAnswer.of(view, it)))
        .switchIfEmpty(Mono.defer(() -> announced.flatMap(it -> pending(tenant, it))));
  }

  /** It may have been settled since the movements were looked at. */
  private Mono<PaymentAnswer> pending(String tenant, PendingPaymentView view) {
    return view.status() == PendingStatus.SETTLED
        ? payment(tenant, view.paymentId())
        : Mono.just(PaymentAnswer.of(view));
  }
}
