package io.cascadeledger.api.problem;

import io.cascadeledger.api.correlation.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Answers every failure with a problem. It comes before Spring Boot's handler, which would answer
 * in a form of its own. A fault of the ledger is logged here, once, and never shown to the caller.
 */
public final class ProblemHandler implements WebExceptionHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  /** Spring Boot's handler has the order -1. */
  private static final int ORDER = -2;

  /** Makes the handler; it has no state. */
  public ProblemHandler() {}

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted() || isByLostCaller(failure)) {
      return Mono.error(failure); // nobody is left to read an answer
    }
    if (Translation.of(failure, exchange).code() == ProblemCode.INTERNAL_ERROR) {
      log(failure, exchange);
    }
    return Problems.write(failure, exchange);
  }

  static void log(Throwable failure, ServerWebExchange exchange) {
    LOG.atError()
        .addKeyValue("correlation_id", CorrelationId.of(exchange))
        .setCause(failure)
        .log(
            "{} {} failed, correlation {}",
            exchange.getRequest().getMethod(),
            exchange.getRequest().getPath().value(),
            CorrelationId.of(exchange));
  }

  /** The connection that broke may be ours to the database; then the caller waits for an answer. */
  private static boolean isByLostCaller(Throwable failure) {
    return DisconnectedClientHelper.isClientDisconnectedException(failure)
        && !DatabaseAway.isCauseOf(failure);
  }
}
