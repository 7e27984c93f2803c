package io.cascadeledger.api.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;

/**
 * Measures requests under the name that Spring's dashboards know. A path is named by its pattern
 * and a method that HTTP does not have is not named, so that callers cannot make up time series.
 */
public final class RequestTimer {

  private static final String UNKNOWN = "UNKNOWN";
  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

  private record Kind(String method, String uri, int status) {}

  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  /** Measures in a registry. */
  public RequestTimer(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts a request that has been answered and took so long. */
  public void answered(ServerWebExchange exchange, long nanos) {
    HttpMethod method = exchange.getRequest().getMethod();
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    int code = status == null ? 200 : status.value();
    Kind kind =
        new Kind(METHODS.contains(method) ? method.name() : UNKNOWN, uri(exchange, code), code);
    timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private static String uri(ServerWebExchange exchange, int status) {
    Object pattern = exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE);
    if (pattern == null) {
      pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
    if (pattern != null) {
      return pattern.toString();
    }
    return status == 404 ? "NOT_FOUND" : UNKNOWN;
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .description("Requests and how long they took")
        .tag("method", kind.method())
        .tag("uri", kind.uri())
        .tag("status", Integer.toString(kind.status()))
        .tag("outcome", outcome(kind.status()))
        .register(registry);
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> UNKNOWN;
    };
  }
}
