package io.cascadeledger.api.operation;

import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * An operation that is no more than a function of its request.
 *
 * @param operation what it takes and gives
 * @param handler what does it
 */
public record PlainEndpoint(
    Operation operation, Function<ServerRequest, Mono<ServerResponse>> handler)
    implements Endpoint {

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    return handler.apply(request);
  }
}
