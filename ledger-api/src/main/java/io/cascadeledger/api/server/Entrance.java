package io.cascadeledger.api.server;

import io.cascadeledger.api.exchange.RequestLog;
import io.cascadeledger.api.measure.RequestTimer;
import io.cascadeledger.api.operation.Routes;
import io.cascadeledger.api.problem.ProblemHandler;
import io.cascadeledger.api.security.AccessFilter;
import java.util.List;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.HttpWebHandlerAdapter;
import reactor.core.publisher.Mono;

/**
 * The way of a request: through the door to its operation, or to its problem, and into the log and
 * the measures. Spring would go it in many more steps, which cost more than the operation itself;
 * what is no operation (tokens, documentation, actuator) is left to Spring behind the door.
 */
final class Entrance extends HttpWebHandlerAdapter {

  private final AccessFilter door;
  private final Routes operations;
  private final ProblemHandler problems;
  private final RequestTimer timer;

  /**
   * The entrance of a server.
   *
   * @param others serves what is no operation
   */
  Entrance(
      WebHandler others,
      AccessFilter door,
      Routes operations,
      ProblemHandler problems,
      RequestTimer timer) {
    super(others);
    this.door = door;
    this.operations = operations;
    this.problems = problems;
    this.timer = timer;
  }

  @Override
  public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
    long start = System.nanoTime();
    ServerWebExchange exchange = createExchange(request, response);
    return enter(exchange)
        .onErrorResume(failure -> problems.handle(exchange, failure))
        .then(Mono.defer(() -> end(exchange, start)));
  }

  private Mono<Void> enter(ServerWebExchange exchange) {
    try {
      return door.filter(exchange, this::serve);
    } catch (RuntimeException e) {
      return Mono.error(e);
    }
  }

  private Mono<Void> serve(ServerWebExchange exchange) {
    ServerRequest request = ServerRequest.create(exchange, List.of());
    HandlerFunction<ServerResponse> operation = operations.find(request);
    return operation == null
        ? getDelegate().handle(exchange)
        : operation.handle(request).flatMap(answer -> answer.writeTo(exchange, NO_CODECS));
  }

  private Mono<Void> end(ServerWebExchange exchange, long start) {
    long nanos = System.nanoTime() - start;
    timer.answered(exchange, nanos);
    RequestLog.answered(exchange, nanos);
    return exchange.getResponse().setComplete();
  }

  /** Operations write their answers themselves. */
  private static final ServerResponse.Context NO_CODECS =
      new ServerResponse.Context() {
        @Override
        public List<HttpMessageWriter<?>> messageWriters() {
          return List.of();
        }

        @Override
        public List<ViewResolver> viewResolvers() {
          return List.of();
        }
      };
}
