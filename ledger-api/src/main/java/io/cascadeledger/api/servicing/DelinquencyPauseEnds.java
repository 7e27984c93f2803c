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
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.change.EndDelinquencyPause;
import java.time.LocalDate;
import java.util.UUID;

/** What lets a pause end earlier than it was to. */
final class DelinquencyPauseEnds {

  private static final Parameter<UUID> PAUSE =
      Parameter.path(Field.uuid("delinquency_pause_id").describe("The pause."));
  private static final Field<LocalDate> LAST =
      Field.date("last_date")
          .optional()
          .describe("The last day that stays paused. Left out, the pause is taken back whole.")
          .example("2026-05-10");
  private static final Operation OPERATION =
      Operation.post(
              "endDelinquencyPause",
              "/v1/loans/{loan_id}/delinquency-pauses/{delinquency_pause_id}/end")
          .tag("Schedules")
          .summary("End a pause of delinquency earlier")
          .description(
              "The days after the last one count again as days past due, also those that have"
                  + " passed. What is late because of them is charged by the next end of a day, on"
                  + " the day on which it became late.")
          .scope(Scopes.LOANS_WRITE)
          .parameter(MovementFields.LOAN_IN_PATH)
          .parameter(PAUSE)
          .body(Body.of("DelinquencyPauseEndRequest", LAST, REASON, METADATA))
          .posts("The pause ends earlier.", DelinquencyPauseEndReceipt.example())
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(ProblemCode.DELINQUENCY_PAUSE_NOT_FOUND, ProblemCode.TERMS_UNSOUND)
          .build();

  private DelinquencyPauseEnds() {}

  static Endpoint endpoint(Writes writes) {
    return PostEndpoint.of(
        writes, OPERATION, DelinquencyPauseEnds::end, DelinquencyPauseEndReceipt::of);
  }

  private static EndDelinquencyPause end(Draft draft) {
    return new EndDelinquencyPause(
        draft.loanInPath(),
        Identifiers.next(),
        draft.parameters().get(PAUSE),
        draft.get(LAST),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }
}
