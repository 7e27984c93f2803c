package io.cascadeledger.api.exchange;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.posting.Posted;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * An operation that posts.
 *
 * @param writes the ledger's one way of posting
 * @param operation what it takes and gives
 * @param command makes the command of a request, perhaps after looking something up
 * @param answer makes the answer's body of what was posted, and of nothing else
 */
public record PostEndpoint(
    Writes writes,
    Operation operation,
    Function<Draft, Mono<Object>> command,
    Function<Posted, Record> answer)
    implements Endpoint {

  /** One whose request says all that the command needs. */
  public static PostEndpoint of(
      Writes writes,
      Operation operation,
      Function<Draft, Object> command,
      Function<Posted, Record> answer) {
    return new PostEndpoint(writes, operation, draft -> Mono.just(command.apply(draft)), answer);
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    return writes.post(request, operation, command, answer);
  }
}
