package io.cascadeledger.api.problem;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.json.ErrorForm;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.request.Body;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
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

  /**
   * Answers with the problem that a failure amounts to.
   *
   * @param exchange its response has not been committed
   */
  public static Mono<Void> write(Throwable failure, ServerWebExchange exchange) {
    ProblemException problem = Translation.of(failure, exchange);
    HttpStatusCode status = HttpStatusCode.valueOf(problem.code().status());
    JsonResponse answer =
        ErrorForm.isMessages(exchange)
            ? JsonResponse.of(status, Map.of("message", problem.getMessage()))
            : JsonResponse.ofProblem(status, describe(problem, exchange));
    int retryAfter = problem.code().retryAfterSeconds();
    if (retryAfter > 0) {
      answer.with(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
    }
    problem.headers().toSingleValueMap().forEach(answer::with);
    return answer.writeTo(exchange.getResponse());
  }
}
