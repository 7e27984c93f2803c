package io.cascadeledger.api.servicing;

import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.REASON;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.change.PauseDelinquency;
import java.time.LocalDate;

/** What lets days not count as days past due. */
final class DelinquencyPauses {

  private static final Field<LocalDate> START =
      Field.date("start_date")
          .describe("The first of the days. It may lie ahead.")
          .example("2026-05-01");
  private static final Field<LocalDate> END =
      Field.date("end_date").describe("The last of the days.").example("2026-05-31");
  private static final Operation OPERATION =
      Operation.post("pauseDelinquency", "/v1/loans/{loan_id}/delinquency-pauses")
          .tag("Schedules")
          .summary("Pause a loan's delinquency")
          .description(
              "Days of a pause do not count as days past due or as days of grace, and nothing is"
                  + " charged for lateness on them. If the pause began before today, charges for"
                  + " lateness that were made because of its days are restated.")
          .scope(Scopes.LOANS_WRITE)
          .parameter(MovementFields.LOAN_IN_PATH)
          .body(Body.of("DelinquencyPauseRequest", START, END, REASON, METADATA))
          .posts("The days were paused.", DelinquencyPauseReceipt.example())
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(ProblemCode.LOAN_NOT_SERVICED, ProblemCode.TERMS_UNSOUND)
          .build();

  private DelinquencyPauses() {}

  static Endpoint endpoint(Writes writes) {
    return PostEndpoint.of(
        writes, OPERATION, DelinquencyPauses::pause, DelinquencyPauseReceipt::of);
  }

  private static PauseDelinquency pause(Draft draft) {
    return new PauseDelinquency(
        draft.loanInPath(),
        Identifiers.next(),
        draft.get(START),
        draft.get(END),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }
}
