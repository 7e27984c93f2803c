package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.event.LoanId;
import java.time.LocalDate;

/** {@code POST /v1/loans/{loan_id}/close}. */
public final class CloseLoanEndpoint {

  private static final Field<LocalDate> EFFECTIVE =
      Field.date("effective_at")
          .optional()
          .describe("The day from which it is closed; the business date if left out.");
  private static final Field<String> REASON =
      Field.text("reason", Limits.TEXT_CHARACTERS).optional().describe("Why, in a sentence.");

  private static final Operation OPERATION =
      Operation.post("closeLoan", "/v1/loans/{loan_id}/close")
          .tag("Loans")
          .summary("Close a loan")
          .description(
              "Closes a loan on which nothing is owed and nothing is held. It then takes no further"
                  + " movement, unless a reversal re-opens it.")
          .scope(Scopes.LOANS_WRITE)
          .parameter(LOAN_IN_PATH)
          .parameter(CatchUp.PARAMETER)
          .body(Body.of("LoanClosingRequest", EFFECTIVE, REASON))
          .posts("The loan was closed.", LoanReceipt.example("closed"))
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.LOAN_CLOSED,
              ProblemCode.LOAN_NOT_SETTLED,
              ProblemCode.LOAN_HAS_PENDING_PAYMENTS,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING)
          .build();

  private CloseLoanEndpoint() {}

  /** Posts through the ledger's one way of posting. */
  public static Endpoint of(Writes writes) {
    return PostEndpoint.of(writes, OPERATION, CloseLoanEndpoint::command, LoanReceipt::of);
  }

  private static CloseLoan command(Draft draft) {
    return new CloseLoan(
        new LoanId(draft.tenant(), draft.parameters().get(LOAN_IN_PATH)),
        draft.body().find(EFFECTIVE).orElse(draft.time().businessDate()),
        draft.body().get(REASON),
        draft.time());
  }
}
