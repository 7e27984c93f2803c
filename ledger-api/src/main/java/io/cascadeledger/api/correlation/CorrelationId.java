package io.cascadeledger.api.correlation;

import io.cascadeledger.identifier.Identifiers;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What ties together all that one request causes: its events, its log lines and its answer. It is
 * the trace that the caller names, or else one made for the request.
 */
public final class CorrelationId {

  /** The W3C trace context: version, trace, parent, flags. */
  public static final String TRACEPARENT = "traceparent";

  /** The older header for a trace, which is used when there is no trace context. */
  public static final String TRACE_ID = "X-Trace-Id";

  private static final String ATTRIBUTE = CorrelationId.class.getName();
  private static final Pattern TRACEPARENT_FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern TRACE_ID_FORM = Pattern.compile("[A-Za-z0-9-]{8,128}");
  private static final int TRACE_BEGIN = 3;
  private static final int TRACE_END = 35;

  private CorrelationId() {}

  /** The request's correlation; the same at each call for the same request. */
  public static String of(ServerWebExchange exchange) {
    return (String)
        exchange
            .getAttributes()
            .computeIfAbsent(ATTRIBUTE, _ -> from(exchange.getRequest().getHeaders()));
  }

  /**
   * The request's trace context.
   *
   * @return null if there is none, or none that is well-formed
   */
  public static String traceparent(HttpHeaders headers) {
    String traceparent = headers.getFirst(TRACEPARENT);
    return traceparent != null && TRACEPARENT_FORM.matcher(traceparent).matches()
        ? traceparent
        : null;
  }

  private static String from(HttpHeaders headers) {
    String traceparent = traceparent(headers);
    if (traceparent != null) {
      return traceparent.substring(TRACE_BEGIN, TRACE_END);
    }
    String traceId = headers.getFirst(TRACE_ID);
    return traceId != null && TRACE_ID_FORM.matcher(traceId).matches()
        ? traceId
        : Identifiers.next().toString();
  }
}
