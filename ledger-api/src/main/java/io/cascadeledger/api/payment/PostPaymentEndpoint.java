package io.cascadeledger.api.payment;

import static io.cascadeledger.api.exchange.MovementFields.BORROWER;
import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.LOAN;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.money.Money;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/payments}. */
public final class PostPaymentEndpoint implements Endpoint {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("What was paid, in minor units.").example("88849");
  private static final Field<String> SOURCE_METHOD =
      Field.token("source_method", "^[a-z][a-z0-9_]{0,31}$", "ach")
          .optional()
          .describe("How the payment came.");
  private static final Field<String> EXTERNAL_REF =
      Field.reference("external_ref")
          .optional()
          .describe("The payment's name in another system.")
          .example("stripe_ch_xyz123");

  private static final Operation OPERATION =
      Operation.post("postPayment", "/v1/payments")
          .tag("Payments")
          .summary("Post a payment")
          .description(
              "Books a payment of the borrower and splits it: fees first, then interest, then"
                  + " principal; what nothing was owed for is kept in suspense.")
          .scope(Scopes.PAYMENTS_WRITE)
          .body(
              Body.of(
                  "PaymentRequest",
                  LOAN,
                  BORROWER,
                  AMOUNT,
                  CURRENCY,
                  EFFECTIVE,
                  SOURCE_METHOD,
                  EXTERNAL_REF,
                  METADATA))
          .answer(201, "The payment was posted.", PaymentReceipt.example())
          .answer(200, "An earlier request had posted it.", PaymentReceipt.example())
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.LOAN_CLOSED,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.BORROWER_MISMATCH,
              ProblemCode.BALANCE_TOO_LARGE)
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
        PostPaymentEndpoint::command,
        posted -> PaymentReceipt.of((PaymentPosted) posted.event()));
  }

  private static PostPayment command(Draft draft) {
    return new PostPayment(
        new LoanId(draft.tenant(), draft.body().get(LOAN)),
        Identifiers.next(),
        Identifiers.next(),
        draft.body().get(BORROWER),
        new Money(draft.body().get(AMOUNT), draft.body().get(CURRENCY)),
        draft.body().get(EFFECTIVE),
        draft.body().get(SOURCE_METHOD),
        draft.body().get(EXTERNAL_REF),
        draft.body().get(METADATA),
        draft.time());
  }
}
