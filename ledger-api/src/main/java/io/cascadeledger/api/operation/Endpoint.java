package io.cascadeledger.api.operation;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One operation of the API and what does it. */
public interface Endpoint {

  /** What the operation takes and gives; the same object at each call. */
  Operation operation();

  /**
   * Handles a request to the operation's path with its method. What is wrong is thrown, or comes as
   * the failure of the result; it becomes a problem.
   */
  Mono<ServerResponse> handle(ServerRequest request);
}
