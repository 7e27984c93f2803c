package io.cascadeledger.api.problem;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Endpoints that do nothing, and fail as the caller asks. */
final class FailingEndpoints {

  private static final Field<Long> AMOUNT = Field.amount("amount_minor");
  private static final Parameter<String> FAILURE =
      Parameter.query(Field.token("failure", "^[a-z_]+$", "none").optional());

  private FailingEndpoints() {}

  static List<Endpoint> all() {
    return List.of(new Posting(), new Reading(), new ReadingOne());
  }

  private record Posting() implements Endpoint {

    private static final Operation OPERATION =
        Operation.post("postNothing", "/v1/nothing")
            .body(Body.of("Nothing", AMOUNT, Field.date("effective_at").optional()))
            .parameter(FAILURE)
            .answer(201, "Done.", new Done("done"))
            .build();

    record Done(String outcome) {}

    @Override
    public Operation operation() {
      return OPERATION;
    }

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
      String failure = OPERATION.readParameters(request).get(FAILURE);
      return OPERATION
          .readBody(request)
          .flatMap(
              values ->
                  failure == null
                      ? ServerResponse.status(201)
                          .bodyValue("{\"amount\":" + values.get(AMOUNT) + "}")
                      : Mono.error(failure(failure)));
    }

    private static Throwable failure(String name) {
      return switch (name) {
        case "amount" -> new Refused(RefusalCode.AMOUNT_TOO_LARGE, "Too much.");
        case "date" -> new Refused(RefusalCode.EFFECTIVE_DATE_IN_FUTURE, "Too early.");
        case "currency" -> new Refused(RefusalCode.CURRENCY_MISMATCH, "The loan is in EUR.");
        case "batch" ->
            new Refused(
                RefusalCode.BATCH_REFUSED,
                "Nothing was posted.",
                List.of(new Refused.Item(3, RefusalCode.LOAN_CLOSED, "The loan is closed.")));
        case "wrapped" ->
            new CompletionException(new Refused(RefusalCode.LOAN_CLOSED, "The loan is closed."));
        case "unknown_outcome" ->
            new ProblemException(ProblemCode.OUTCOME_UNKNOWN, "Retry with the same key.");
        case "database" ->
            new IllegalStateException(
                new SQLException("The connection broke.", "08006", new EOFException()));
        case "overloaded" ->
            new ProblemException(ProblemCode.OVERLOADED, "Too many requests wait.");
        default -> new IllegalStateException("secret: password=hunter2");
      };
    }
  }

  private record Reading() implements Endpoint {

    private static final Operation OPERATION =
        Operation.get("getNothing", "/v1/nothing")
            .parameter(FAILURE)
            .answer(200, "Nothing.", new Posting.Done("nothing"))
            .build();

    @Override
    public Operation operation() {
      return OPERATION;
    }

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
      OPERATION.readParameters(request);
      return ServerResponse.ok().bodyValue("nothing");
    }
  }

  private record ReadingOne() implements Endpoint {

    private static final Operation OPERATION =
        Operation.get("getThing", "/v1/things/{thing_id}")
            .parameter(Parameter.path(Field.uuid("thing_id")))
            .answer(200, "A thing.", new Posting.Done("thing"))
            .build();

    @Override
    public Operation operation() {
      return OPERATION;
    }

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
      OPERATION.readParameters(request);
      return ServerResponse.ok().bodyValue("thing");
    }
  }
}
