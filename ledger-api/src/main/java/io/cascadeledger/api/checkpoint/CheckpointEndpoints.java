package io.cascadeledger.api.checkpoint;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.SealedLog;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The operations that show checkpoints. */
public final class CheckpointEndpoints {

  private static final String SIZE = "^[1-9][0-9]{0,17}$";

  private static final Parameter<String> TREE_SIZE =
      Parameter.path(
          Field.token("tree_size", SIZE, "4711").describe("The checkpoint's tree_size."));

  private static final Parameter<String> FROM =
      Parameter.query(
          Field.token("from", SIZE, "1200").describe("The tree_size of an earlier checkpoint."));

  private static final Operation LATEST =
      Operation.get("getLatestCheckpoint", "/v1/checkpoints/latest")
          .tag("Events")
          .summary("Read the last checkpoint")
          .description(
              "The log of all events, sealed and signed a few seconds ago. Keep it where the"
                  + " ledger cannot reach it: it is what later proofs are held against.")
          .scope(Scopes.EVENTS_READ)
          .answer(200, "The checkpoint.", CheckpointAnswer.example())
          .problems(ProblemCode.CHECKPOINT_NOT_FOUND)
          .build();

  private static final Operation LIST =
      Operation.get("listCheckpoints", "/v1/checkpoints")
          .tag("Events")
          .summary("List the checkpoints")
          .description("All checkpoints, the newest first.")
          .scope(Scopes.EVENTS_READ)
          .parameter(PageFields.PAGE_SIZE)
          .parameter(PageFields.PAGE_TOKEN)
          .answer(200, "A page of checkpoints.", CheckpointPageAnswer.example())
          .build();

  private static final Operation CONSISTENCY =
      Operation.get("getConsistencyProof", "/v1/checkpoints/{tree_size}/consistency-proof")
          .tag("Events")
          .summary("Prove that one checkpoint extends another")
          .description(
              "Shows that the log of a checkpoint begins with the whole log of an earlier one:"
                  + " between the two, events were added and none was changed, removed or moved.")
          .scope(Scopes.EVENTS_READ)
          .parameter(TREE_SIZE)
          .parameter(FROM)
          .answer(200, "The proof.", ConsistencyAnswer.example())
          .problems(ProblemCode.CHECKPOINT_NOT_FOUND)
          .build();

  private CheckpointEndpoints() {}

  /** The endpoints. */
  static List<Endpoint> all(SealedLog log, Proofs proofs) {
    return List.of(
        new PlainEndpoint(LATEST, request -> answer(request, () -> latest(log))),
        new PlainEndpoint(LIST, request -> list(request, log)),
        new PlainEndpoint(CONSISTENCY, request -> consistency(request, proofs)));
  }

  private static CheckpointAnswer latest(SealedLog log) {
    return log.latest()
        .map(CheckpointAnswer::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.CHECKPOINT_NOT_FOUND, "No checkpoint was signed yet."));
  }

  private static Mono<ServerResponse> list(ServerRequest request, SealedLog log) {
    Values values = LIST.readParameters(request);
    int size = values.get(PageFields.PAGE_SIZE);
    long before =
        values.get(PageFields.PAGE_TOKEN) == null ? Long.MAX_VALUE : PageFields.after(values);
    return answer(
        request,
        () -> {
          List<Checkpoint> found = log.before(before, size + 1);
          List<Checkpoint> page = found.subList(0, Math.min(size, found.size()));
          return new CheckpointPageAnswer(
              page.stream().map(CheckpointAnswer::of).toList(),
              found.size() > size ? Long.toString(page.getLast().treeSize()) : null);
        });
  }

  private static Mono<ServerResponse> consistency(ServerRequest request, Proofs proofs) {
    Values values = CONSISTENCY.readParameters(request);
    long size = Long.parseLong(values.get(TREE_SIZE));
    long from = Long.parseLong(values.get(FROM));
    if (from > size) {
      throw new InvalidRequest(
          FROM.name(), FieldErrorCode.TOO_LARGE, "must be the size of an earlier checkpoint");
    }
    return answer(request, () -> proofs.consistency(from, size));
  }

  /** Answers with what takes a question to the database. */
  static Mono<ServerResponse> answer(ServerRequest request, Callable<?> answer) {
    return Blocking.<Object>call(request, answer::call)
        .map(body -> JsonResponse.of(HttpStatus.OK, body));
  }
}
