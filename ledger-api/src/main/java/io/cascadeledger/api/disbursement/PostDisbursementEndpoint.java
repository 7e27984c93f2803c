package io.cascadeledger.api.disbursement;

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
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.money.Money;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/disbursements}. */
public final class PostDisbursementEndpoint implements Endpoint {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor")
          .describe("What was paid out, in minor units.")
          .example("1000000");
  private static final Field<String> METHOD =
      Field.token("method", "^[a-z][a-z0-9_]{0,31}$", "ach")
          .optional()
          .describe("How it was sent.");
  private static final Field<String> DESTINATION_REF =
      Field.reference("destination_ref")
          .optional()
          .describe("Where it was sent, in your own words.");

  private static final Operation OPERATION =
      Operation.post("postDisbursement", "/v1/disbursements")
          .tag("Disbursements")
          .summary("Post a disbursement")
          .description(
              "Books principal that was paid out: principal receivable is debited, disbursement"
                  + " clearing credited.")
          .scope(Scopes.DISBURSEMENTS_WRITE)
          .body(
              Body.of(
                  "DisbursementRequest",
                  LOAN,
                  BORROWER,
                  AMOUNT,
                  CURRENCY,
                  EFFECTIVE,
                  METHOD,
                  DESTINATION_REF,
                  METADATA))
          .answer(201, "The disbursement was posted.", DisbursementReceipt.example())
          .answer(200, "An earlier request had posted it.", DisbursementReceipt.example())
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.LOAN_CLOSED,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.BORROWER_MISMATCH,
              ProblemCode.DISBURSEMENT_EXCEEDS_PRINCIPAL,
              ProblemCode.BALANCE_TOO_LARGE)
          .build();

  private final Writes writes;

  /** Posts through the ledger's one way of posting. */
  public PostDisbursementEndpoint(Writes writes) {
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
        PostDisbursementEndpoint::command,
        posted -> DisbursementReceipt.of((DisbursementPosted) posted.event()));
  }

  private static PostDisbursement command(Draft draft) {
    return new PostDisbursement(
        new LoanId(draft.tenant(), draft.body().get(LOAN)),
        Identifiers.next(),
        Identifiers.next(),
        draft.body().get(BORROWER),
        new Money(draft.body().get(AMOUNT), draft.body().get(CURRENCY)),
        draft.body().get(EFFECTIVE),
        draft.body().get(METHOD),
        draft.body().get(DESTINATION_REF),
        draft.body().get(METADATA),
        draft.time());
  }
}
