package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;
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
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.money.Money;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/loans/{loan_id}/fees}. */
public final class AssessFeeEndpoint implements Endpoint {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("The fee, in minor units.").example("500");
  private static final Field<String> FEE_TYPE =
      Field.token("fee_type", "^[a-z][a-z0-9_]{0,31}$", "late_payment")
          .describe("What the fee is for.");
  private static final Field<String> DESCRIPTION =
      Field.text("description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("A sentence for the statement.");

  private static final Operation OPERATION =
      Operation.post("assessFee", "/v1/loans/{loan_id}/fees")
          .tag("Loans")
          .summary("Charge a fee")
          .description("Charges a fee: fees receivable is debited, fee income credited.")
          .scope(Scopes.LOANS_WRITE)
          .parameter(LOAN_IN_PATH)
          .body(Body.of("FeeRequest", AMOUNT, CURRENCY, EFFECTIVE, FEE_TYPE, DESCRIPTION, METADATA))
          .answer(201, "The fee was charged.", FeeReceipt.example())
          .answer(200, "An earlier request had charged it.", FeeReceipt.example())
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.LOAN_CLOSED,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.BALANCE_TOO_LARGE)
          .build();

  private final Writes writes;

  /** Posts through the ledger's one way of posting. */
  public AssessFeeEndpoint(Writes writes) {
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
        AssessFeeEndpoint::command,
        posted -> FeeReceipt.of((FeeAssessed) posted.event()));
  }

  private static AssessFee command(Draft draft) {
    return new AssessFee(
        new LoanId(draft.tenant(), draft.parameters().get(LOAN_IN_PATH)),
        Identifiers.next(),
        Identifiers.next(),
        new Money(draft.body().get(AMOUNT), draft.body().get(CURRENCY)),
        draft.body().get(EFFECTIVE),
        draft.body().get(FEE_TYPE),
        draft.body().get(DESCRIPTION),
        draft.body().get(METADATA),
        draft.time());
  }
}
