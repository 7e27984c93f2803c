package io.cascadeledger.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLinesTest {

  private final List<Integer> statuses = new ArrayList<>();
  private final StatusLines lines = new StatusLines(statuses::add);

  @Test
  void each_line_has_a_status_however_it_is_cut() {
    read("{\"index\":0,\"status\":201,\"payment\":{\"amount\":\"7\"}}\n{\"index\":1,\"sta");
    read("tus\": 4");
    read("22}\n");
    assertThat(statuses).containsExactly(201, 422);
  }

  @Test
  void a_line_without_a_status_has_status_zero() {
    read("{\"detail\":\"no\"}\n\n{\"status\":201}\n");
    assertThat(statuses).containsExactly(0, 201);
  }

  @Test
  void a_second_status_in_a_line_does_not_count() {
    read("{\"status\":409,\"problem\":{\"status\":500}}\n");
    assertThat(statuses).containsExactly(409);
  }

  private void read(String text) {
    lines.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
