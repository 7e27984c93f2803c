package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Batches whose callers are slow, or go away. */
@ExtendWith(StopsLedger.class)
class BatchStreamTest {

  /** What one line brings in, so that few results are many bytes to read. */
  private static final int LINE_BYTES = 2_000;

  private static final int LINES = 30_000;

  private final Tenant lender = RunningLedger.newTenant();

  @Test
  void a_result_is_there_before_the_next_line_is_sent() throws Exception {
    UUID loan = lender.newLoan();
    try (OpenBatch batch = new OpenBatch(lender)) {
      for (int i = 1; i <= 3; i++) {
        batch.send(Batch.line("batch:slow:" + i, loan, 10) + "\n");
        assertThat(batch.result()).startsWith("{\"line\":%d,\"status\":201,".formatted(i));
      }
      String halves = Batch.line("batch:slow:4", loan, 10) + "\n";
      batch.send(halves.substring(0, 40));
      TimeUnit.MILLISECONDS.sleep(200);
      batch.send(halves.substring(40));
      assertThat(batch.result()).startsWith("{\"line\":4,\"status\":201,");
      batch.end();
      assertThat(batch.result()).isNull();
    }
  }

  @Test
  void nothing_more_is_read_from_a_caller_who_does_not_read() throws Exception {
    String line = "{}" + " ".repeat(LINE_BYTES - 3) + "\n";
    AtomicInteger sent = new AtomicInteger();
    try (OpenBatch batch = new OpenBatch(lender)) {
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int i = 0; i < LINES; i++) {
                    batch.send(line);
                    sent.incrementAndGet();
                  }
                  batch.end();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      int before = -1;
      while (before != sent.get()) {
        before = sent.get();
        TimeUnit.SECONDS.sleep(2);
      }
      assertThat(before).isBetween(1_000, LINES - 1_000);

      for (int i = 1; i <= LINES; i++) {
        assertThat(batch.result()).startsWith("{\"line\":%d,\"status\":400,".formatted(i));
      }
      assertThat(batch.result()).isNull();
      sending.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void when_the_caller_goes_away_nothing_new_is_started_and_a_repetition_posts_the_rest()
      throws Exception {
    UUID loan = lender.newLoan();
    List<String> lines =
        IntStream.range(0, 1_000).mapToObj(i -> Batch.line("batch:abort:" + i, loan, 10)).toList();
    long events = RunningLedger.eventsOf(lender);

    try (OpenBatch batch = new OpenBatch(lender)) {
      batch.send(lines.stream().collect(Collectors.joining("\n")) + "\n{\"idempotency_key\":");
      assertThat(batch.result()).startsWith("{\"line\":1,\"status\":201,");
    }

    long posted = settledEvents() - events;
    assertThat(posted).isBetween(1L, 999L);
    List<JsonNode> results = Batch.post(lender, lines);
    assertThat(results).hasSize(1_000);
    assertThat(results.stream().filter(it -> it.path("status").asInt() == 200))
        .hasSize((int) posted);
    assertThat(results.stream().filter(it -> it.path("status").asInt() == 201))
        .hasSize(1_000 - (int) posted);
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events + 1_000);
    assertThat(lender.owed(loan)).isEqualTo("0 0 990000 0");
  }

  /** How many events there are when no more come. */
  private long settledEvents() throws InterruptedException {
    long before;
    long now = RunningLedger.eventsOf(lender);
    do {
      before = now;
      Thread.sleep(Duration.ofSeconds(1));
      now = RunningLedger.eventsOf(lender);
    } while (now != before);
    return now;
  }
}
