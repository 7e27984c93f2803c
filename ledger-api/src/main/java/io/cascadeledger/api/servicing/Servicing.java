package io.cascadeledger.api.servicing;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.movement.MovementReceipt;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.OperationBuilder;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import java.util.Set;
import java.util.function.Function;

/**
 * A movement of a loan that the path names: all that there is to say of its operation.
 *
 * @param id the operation's identifier
 * @param path what stands behind the loan in the path
 * @param summary what it does, in a few words
 * @param description what it does, in sentences
 * @param scope the scope that a token must have
 * @param takenByLost whether a loan takes it, too, that has left the books
 * @param body what the request says
 * @param posted what it has done, in a sentence
 * @param example an example of the answer
 * @param answer makes the answer
 * @param command makes the command
 * @param problems how it can be refused, besides the ways in which every movement can
 */
record Servicing(
    String id,
    String path,
    String summary,
    String description,
    String scope,
    boolean takenByLost,
    Body body,
    String posted,
    Record example,
    Function<Posted, Record> answer,
    Function<Draft, Object> command,
    Set<ProblemCode> problems) {

  /** One that is answered like most, and that only a loan takes that is on the books. */
  static Servicing of(
      String id,
      String path,
      String summary,
      String description,
      String scope,
      Body body,
      String posted,
      Function<Draft, Object> command,
      ProblemCode... problems) {
    return new Servicing(
        id,
        path,
        summary,
        description,
        scope,
        false,
        body,
        posted,
        MovementReceipt.example(),
        MovementReceipt::of,
        command,
        Set.of(problems));
  }

  /** The same, which a loan takes, too, that has left the books. */
  Servicing alsoByLost() {
    return new Servicing(
        id,
        path,
        summary,
        description,
        scope,
        true,
        body,
        posted,
        example,
        answer,
        command,
        problems);
  }

  Endpoint endpoint(Writes writes) {
    OperationBuilder operation =
        Operation.post(id, "/v1/loans/{loan_id}/" + path)
            .tag("Servicing")
            .summary(summary)
            .description(description)
            .scope(scope)
            .parameter(MovementFields.LOAN_IN_PATH)
            .parameter(CatchUp.PARAMETER)
            .body(body)
            .posts(posted, example)
            .problems(MovementProblems.ofAny())
            .problems(problems.toArray(ProblemCode[]::new));
    if (!takenByLost) {
      operation.problems(MovementProblems.ofLeft());
    }
    return PostEndpoint.of(writes, operation.build(), command, answer);
  }
}
