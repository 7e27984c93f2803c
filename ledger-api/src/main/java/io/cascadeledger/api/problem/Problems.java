package io.cascadeledger.api.problem;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.request.Body;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers requests with problems. */
public final class Problems {

  /** The request's attribute that holds the {@link Body} which the operation declares. */
  public static final String BODY_ATTRIBUTE = Body.class.getName();

  private Problems() {}

  /** The problem as this request's answer tells it. */
  public static Problem describe(ProblemException problem, ServerWebExchange exchange) {
    ProblemCode code = problem.code();
    return new Problem(
        code.type(),
        code.title(),
        code.status(),
        problem.getMessage(),
        exchange.getRequest().getPath().value(),
        code.wireName(),
        CorrelationId.of(exchange),
        problem.errors().isEmpty() ? null : problem.errors());
  }

  /**
   * The problem that the failure of a part of a request amounts to. A fault of the ledger is
   * logged, because the request as a whole does not fail.
   */
  public static ProblemException explain(Throwable failure, ServerWebExchange exchange) {
    ProblemException problem = Translation.of(failure, exchange);
    if (problem.code() == ProblemCode.INTERNAL_ERROR) {
      ProblemHandler.log(failure, exchange);
    }
    return problem;
  }

  /** Answers with the problem that a failure amounts to. */
  public static Mono<ServerResponse> answer(Throwable failure, ServerRequest request) {
    ProblemException problem = Translation.of(failure, request.exchange());
    return ServerResponse.status(problem.code().status())
        .headers(headers -> addHeaders(problem, headers))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyValue(ApiJson.write(describe(problem, request.exchange())));
  }

  /**
   * Answers with the problem that a failure amounts to, outside of any route.
   *
   * @param exchange its response has not been committed
   */
  public static Mono<Void> write(Throwable failure, ServerWebExchange exchange) {
    ProblemException problem = Translation.of(failure, exchange);
    byte[] body = ApiJson.write(describe(problem, exchange));
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(problem.code().status()));
    HttpHeaders headers = response.getHeaders();
    addHeaders(problem, headers);
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setContentLength(body.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private static void addHeaders(ProblemException problem, HttpHeaders headers) {
    headers.putAll(problem.headers());
    int retryAfter = problem.code().retryAfterSeconds();
    if (retryAfter > 0 && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
      headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
    }
  }
}
