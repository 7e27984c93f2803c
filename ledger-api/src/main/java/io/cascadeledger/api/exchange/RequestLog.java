package io.cascadeledger.api.exchange;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.security.Caller;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Logs each request once it is answered: at debug level, or as a warning if the fault is ours. What
 * a line is searched by are fields of their own.
 */
public final class RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  private RequestLog() {}

  /** Logs a request that took so long. */
  public static void answered(ServerWebExchange exchange, long nanos) {
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
            .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos));
    String tenant = Caller.of(exchange).map(Caller::tenant).orElse(null);
    if (tenant != null) {
      line = line.addKeyValue("tenant", tenant);
    }
    line.log("{} {} was answered with {}", method, path, code);
  }
}
