package io.cascadeledger.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MatchingConversationTest {

  private final MatchingConversation conversation =
      new MatchingConversation("acme", "token", new Keys().next(), n -> "A" + n);

  private String next() {
    return StandardCharsets.US_ASCII.decode(conversation.next()).toString();
  }

  private void answer(int status, String body) {
    conversation.body(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    conversation.answered(status, false);
  }

  @Test
  void each_payment_has_a_tracking_id_of_its_own() {
    String first = next();

    assertThat(first)
        .startsWith("POST /v1/acme/match_account_payment HTTP/1.1\r\n")
        .contains("\"accountReference\":\"A0\"", "\"trackingId\":\"0:0\"")
        .contains("Content-Length: " + first.substring(first.indexOf("[{")).length() + "\r\n");
    assertThat(next()).contains("\"accountReference\":\"A1\"", "\"trackingId\":\"0:1\"");
  }

  @Test
  void a_payment_that_was_refused_has_failed_though_its_request_was_answered() {
    next();
    answer(200, "{\"A0\":{\"success\":true}}");
    next();
    answer(200, "{\"A1\":{\"success\":false}}");
    next();
    answer(429, "{}");

    assertThat(conversation.acknowledged()).isEqualTo(1);
    assertThat(conversation.failed()).isEqualTo(2);
  }
}
