package io.cascadeledger.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseParserTest {

  private final ResponseParser parser = new ResponseParser();
  private final StringBuilder body = new StringBuilder();

  @Test
  void an_answer_may_come_byte_by_byte() throws IOException {
    String answer =
        "HTTP/1.1 201 Created\r\nContent-Length: 5\r\nidempotency-replayed: true\r\n\r\nhello";
    for (int i = 0; i < answer.length() - 1; i++) {
      assertThat(read(answer.substring(i, i + 1))).isFalse();
    }
    assertThat(read("o")).isTrue();
    assertThat(parser.status()).isEqualTo(201);
    assertThat(parser.replayed()).isTrue();
    assertThat(body).hasToString("hello");
  }

  @Test
  void chunks_are_put_together() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(read(head + "5\r\nhel")).isFalse();
    assertThat(read("lo\r\nA\r\n, everyone\r\n0\r\n")).isFalse();
    assertThat(read("\r\n")).isTrue();
    assertThat(body).hasToString("hello, everyone");
  }

  @Test
  void an_answer_knows_nothing_of_the_one_before() throws IOException {
    assertThat(read("HTTP/1.1 200 OK\r\nIdempotency-Replayed: true\r\nContent-Length: 1\r\n\r\nx"))
        .isTrue();
    assertThat(read("HTTP/1.1 503 Service Unavailable\r\n\r\n")).isTrue();
    assertThat(parser.status()).isEqualTo(503);
    assertThat(parser.replayed()).isFalse();
  }

  @Test
  void what_is_not_http_is_an_error() {
    assertThatThrownBy(() -> read("220 ready\r\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("220 ready");
  }

  private boolean read(String text) throws IOException {
    return parser.read(
        ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)),
        part -> body.append(StandardCharsets.US_ASCII.decode(part)));
  }
}
