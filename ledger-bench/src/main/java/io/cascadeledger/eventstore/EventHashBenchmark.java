package io.cascadeledger.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the hash of an event costs. It is in this package because the hash is nobody else's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventHashBenchmark {

  private static final int PAYLOAD_BYTES = 600;
  private static final int FINGERPRINT_BYTES = 32;

  private final StreamId stream = new StreamId("bench", "loan", UUID.randomUUID());
  private final UUID eventId = UUID.randomUUID();
  private final Instant postedAt = Instant.parse("2026-05-01T09:30:00.123456Z");
  private final LocalDate effectiveDate = LocalDate.of(2026, 5, 1);
  private final byte[] payload = "x".repeat(PAYLOAD_BYTES).getBytes(StandardCharsets.US_ASCII);
  private final byte[] metadata =
      "{\"actor\":\"bench\",\"correlation_id\":\"01JT3Z9M2V9Q0N1D7G3B5K8XWA\"}"
          .getBytes(StandardCharsets.US_ASCII);
  private final RequestKey request =
      new RequestKey("bench:000001:00000001", new byte[FINGERPRINT_BYTES]);

  /** Hashes an event with a payload of 600 bytes. */
  @Benchmark
  public byte[] eventHash() {
    return EventHash.of(
        stream,
        1,
        eventId,
        "payment_posted",
        1,
        effectiveDate,
        postedAt,
        payload,
        metadata,
        request);
  }
}
