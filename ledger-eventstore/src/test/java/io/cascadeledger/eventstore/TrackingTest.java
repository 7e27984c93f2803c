package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading behind the writers: no event is ever passed over. */
@Timeout(30)
class TrackingTest {

  private static final int COMMANDS = 1_500;

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final EventWriter one = new EventWriter(database, (_, _, _) -> {});
  private final EventWriter two = new EventWriter(database, (_, _, _) -> {});
  private final EventStorage storage = new EventStorage(database, one);

  @AfterEach
  void close() {
    one.close();
    two.close();
    server.drop();
  }

  @Test
  void a_reader_behind_two_busy_nodes_sees_every_event_in_order() {
    CompletableFuture<Void> writers =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> write(one)),
            CompletableFuture.runAsync(() -> write(two)));

    List<Long> seen = new ArrayList<>();
    int polls = 0;
    while (seen.size() < 4 * COMMANDS) {
      TrackingToken token = seen.isEmpty() ? null : new GlobalSequenceTrackingToken(seen.getLast());
      for (TrackedEventData<?> event : storage.fetchTrackedEvents(token, 100)) {
        seen.add(event.trackingToken().position().orElseThrow());
      }
      polls++;
    }
    writers.join();

    assertThat(polls).as("the reader ran beside the writers").isGreaterThan(60);
    assertThat(seen)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 4L * COMMANDS).boxed().toList());
    assertThat(Rows.number(database, "SELECT count(*) FROM events")).isEqualTo(4L * COMMANDS);
  }

  /** Commands of two events, a few of which fail, as they do in life. */
  private static void write(EventWriter writer) {
    LoanId taken = Rows.newStream("acme");
    writer.append(Rows.of(taken, 0, 2, null)).join();
    List<CompletableFuture<Long>> waiting = new ArrayList<>();
    for (int i = 1; i < COMMANDS; i++) {
      waiting.add(writer.append(Rows.of(Rows.newStream("acme"), 0, 2, null)));
      if (i % 50 == 0) {
        waiting.add(writer.append(Rows.of(taken, 0, 2, null)).exceptionally(_ -> 0L));
        waiting.forEach(CompletableFuture::join);
        waiting.clear();
      }
    }
    waiting.forEach(CompletableFuture::join);
  }

  @Test
  void the_events_are_read_back_as_they_were_written() {
    LoanId stream = Rows.newStream("acme");
    one.append(Rows.of(stream, 0, 3, null)).join();

    assertThat(storage.readEvents((TrackingToken) null, false))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.getPayload().toString()).contains(stream.toString()));
    assertThat(storage.readEvents(new GlobalSequenceTrackingToken(2), false)).hasSize(1);
    assertThat(storage.lastSequenceNumberFor(stream.toString())).contains(2L);
    assertThat(storage.lastSequenceNumberFor(Rows.newStream("acme").toString())).isEmpty();
  }

  @Test
  void a_stream_longer_than_one_read_is_read_whole() {
    LoanId stream = Rows.newStream("acme");
    one.append(Rows.of(stream, 0, 2_345, null)).join();

    assertThat(storage.readEvents(stream.toString()).asStream().map(e -> e.getSequenceNumber()))
        .containsExactlyElementsOf(LongStream.range(0, 2_345).boxed().toList());
  }

  @Test
  void the_tokens_of_an_empty_store_are_before_all_events() {
    assertThat(storage.createTailToken()).isNull();
    assertThat(storage.createHeadToken()).isNull();
    assertThat(storage.createTokenAt(Instant.EPOCH)).isNull();
  }

  @Test
  void a_token_of_a_moment_misses_no_event_from_then_on() {
    LoanId stream = Rows.newStream("acme");
    IntStream.range(0, 5).forEach(i -> one.append(Rows.of(stream, i, 1, null)).join());
    Instant third = Rows.all(database).get(2).row().postedAt();

    assertThat(storage.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(5));
    assertThat(storage.createTokenAt(third)).isEqualTo(new GlobalSequenceTrackingToken(2));
    assertThat(storage.createTokenAt(Instant.EPOCH)).isNull();
    assertThat(storage.createTokenAt(Instant.now().plusSeconds(60)))
        .isEqualTo(new GlobalSequenceTrackingToken(5));
  }

  @Test
  void a_replay_from_the_start_reads_from_the_start() {
    one.append(Rows.of(Rows.newStream("acme"), 0, 3, null)).join();
    TrackingToken replay = ReplayToken.createReplayToken(storage.createHeadToken(), null);

    assertThat(storage.fetchTrackedEvents(replay, 100)).hasSize(3);
  }
}
