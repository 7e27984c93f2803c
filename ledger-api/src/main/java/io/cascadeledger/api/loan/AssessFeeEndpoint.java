package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.DESCRIPTION;
import static io.cascadeledger.api.exchange.MovementFields.DUE_DATE;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.fee.AssessFee;

/** {@code POST /v1/loans/{loan_id}/fees}. */
public final class AssessFeeEndpoint {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("The fee, in minor units.").example("500");
  private static final Field<String> FEE_TYPE =
      Field.token("fee_type", "^[a-z][a-z0-9_]{0,31}$", "late_payment")
          .describe("What the fee is for.");
  private static final Operation OPERATION =
      Operation.post("assessFee", "/v1/loans/{loan_id}/fees")
          .tag("Loans")
          .summary("Charge a fee")
          .description("Charges a fee: fees receivable is debited, fee income credited.")
          .scope(Scopes.LOANS_WRITE)
          .parameter(LOAN_IN_PATH)
          .parameter(CatchUp.PARAMETER)
          .body(
              Body.of(
                  "FeeRequest",
                  AMOUNT,
                  CURRENCY,
                  EFFECTIVE,
                  FEE_TYPE,
                  DESCRIPTION,
                  DUE_DATE,
                  METADATA))
          .posts("The fee was charged.", FeeReceipt.example())
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(ProblemCode.CURRENCY_MISMATCH)
          .build();

  private AssessFeeEndpoint() {}

  /** Posts through the ledger's one way of posting. */
  public static Endpoint of(Writes writes) {
    return PostEndpoint.of(writes, OPERATION, AssessFeeEndpoint::command, FeeReceipt::of);
  }

  private static AssessFee command(Draft draft) {
    return new AssessFee(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(FEE_TYPE),
        draft.get(DESCRIPTION),
        draft.get(DUE_DATE),
        draft.metadata(),
        draft.time());
  }
}
