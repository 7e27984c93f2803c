package io.cascadeledger.api.exchange;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.security.Caller;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Logs each request when its answer begins: at debug level, or as a warning if the fault is ours.
 * What a line is searched by are fields of their own.
 */
public final class RequestLog implements WebFilter, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  /** Makes the filter; it has no state. */
  public RequestLog() {}

  /** Before the door, so that requests which do not pass it are logged too. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    long start = System.nanoTime();
    // Failures are answered outside the filters: only the commit knows the status of every answer.
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> log(exchange, start)));
    return chain.filter(exchange);
  }

  private static void log(ServerWebExchange exchange, long start) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    boolean ours = status != null && status.is5xxServerError();
    Level level = ours ? Level.WARN : Level.DEBUG;
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    String method = exchange.getRequest().getMethod().name();
    String path = exchange.getRequest().getPath().value();
    int code = status == null ? 200 : status.value();
    LoggingEventBuilder line =
        LOG.atLevel(level)
            .addKeyValue("correlation_id", CorrelationId.of(exchange))
            .addKeyValue("method", method)
            .addKeyValue("path", path)
            .addKeyValue("status", code)
            .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    String tenant = Caller.of(exchange).map(Caller::tenant).orElse(null);
    if (tenant != null) {
      line = line.addKeyValue("tenant", tenant);
    }
    line.log("{} {} was answered with {}", method, path, code);
  }
}
