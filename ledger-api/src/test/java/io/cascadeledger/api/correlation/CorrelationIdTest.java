package io.cascadeledger.api.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class CorrelationIdTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @Test
  void the_trace_context_names_the_correlation() {
    assertThat(CorrelationId.of(exchange(TRACEPARENT, "older-trace-id"))).isEqualTo(TRACE);
  }

  @Test
  void the_older_header_names_it_without_a_trace_context() {
    assertThat(CorrelationId.of(exchange("", "older-trace-id"))).isEqualTo("older-trace-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "4bf92f3577b34da6a3ce929d0e0e4736"
      })
  void a_malformed_trace_context_is_ignored(String traceparent) {
    assertThat(CorrelationId.of(exchange(traceparent, "older-trace-id")))
        .isEqualTo("older-trace-id");
  }

  @Test
  void without_any_it_is_made_once_for_the_request() {
    MockServerWebExchange exchange = exchange("", "not well formed");

    String made = CorrelationId.of(exchange);

    assertThat(UUID.fromString(made)).isNotNull();
    assertThat(CorrelationId.of(exchange)).isEqualTo(made);
    assertThat(CorrelationId.of(exchange("", ""))).isNotEqualTo(made);
  }

  private static MockServerWebExchange exchange(String traceparent, String traceId) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.get("/")
            .header(CorrelationId.TRACEPARENT, traceparent)
            .header(CorrelationId.TRACE_ID, traceId));
  }
}
