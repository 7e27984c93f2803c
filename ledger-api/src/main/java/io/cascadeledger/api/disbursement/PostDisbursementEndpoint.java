package io.cascadeledger.api.disbursement;

import static io.cascadeledger.api.exchange.MovementFields.BORROWER;
import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.DESTINATION_REF;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.LOAN;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.METHOD;

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
import io.cascadeledger.loan.disbursement.PostDisbursement;

/** {@code POST /v1/disbursements}. */
public final class PostDisbursementEndpoint {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor")
          .describe("What was paid out, in minor units.")
          .example("1000000");
  private static final Operation OPERATION =
      Operation.post("postDisbursement", "/v1/disbursements")
          .tag("Disbursements")
          .summary("Post a disbursement")
          .description(
              "Books principal that was paid out: principal receivable is debited, disbursement"
                  + " clearing credited.")
          .scope(Scopes.DISBURSEMENTS_WRITE)
          .parameter(CatchUp.PARAMETER)
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
          .posts("The disbursement was posted.", DisbursementReceipt.example())
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.BORROWER_MISMATCH,
              ProblemCode.DISBURSEMENT_EXCEEDS_PRINCIPAL)
          .build();

  private PostDisbursementEndpoint() {}

  /** Posts through the ledger's one way of posting. */
  public static Endpoint of(Writes writes) {
    return PostEndpoint.of(
        writes, OPERATION, PostDisbursementEndpoint::command, DisbursementReceipt::of);
  }

  private static PostDisbursement command(Draft draft) {
    return new PostDisbursement(
        draft.loanInBody(),
        Identifiers.next(),
        Identifiers.next(),
        draft.get(BORROWER),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(METHOD),
        draft.get(DESTINATION_REF),
        draft.metadata(),
        draft.time());
  }
}
