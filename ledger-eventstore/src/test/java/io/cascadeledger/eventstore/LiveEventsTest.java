package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveEventsTest {

  private final TestDatabase database = TestDatabase.create();
  private final EventWriter here = new EventWriter(database.dataSource(), (_, _, _) -> {});
  private final EventWriter elsewhere = new EventWriter(database.dataSource(), (_, _, _) -> {});
  private final AggregateCache aggregates = new AggregateCache(1_000);
  private final LiveEvents events =
      new LiveEvents(
          database.dataSource(), new EventStorage(database.dataSource(), here), here, aggregates);

  @AfterEach
  void close() {
    events.close();
    here.close();
    elsewhere.close();
    database.drop();
  }

  @Test
  void a_follower_is_called_for_events_of_this_node_and_of_others() throws InterruptedException {
    BlockingStream<TrackedEventMessage<?>> follower = events.openStream(null);
    Semaphore calls = new Semaphore(0);
    assertThat(follower.setOnAvailableCallback(calls::release)).isTrue();
    assertThat(follower.hasNextAvailable()).isFalse();

    for (EventWriter writer : new EventWriter[] {here, elsewhere, here, elsewhere}) {
      writer.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
      while (!follower.hasNextAvailable()) {
        assertThat(calls.tryAcquire(10, TimeUnit.SECONDS)).as("called in time").isTrue();
      }
      take(follower);
    }

    assertThat(follower.hasNextAvailable()).isFalse();
  }

  @Test
  void a_follower_starts_after_its_token_and_peeks_without_moving() throws InterruptedException {
    here.append(Rows.of(Rows.newStream("acme"), 0, 3, null)).join();
    BlockingStream<TrackedEventMessage<?>> follower =
        events.openStream(new GlobalSequenceTrackingToken(1));

    assertThat(follower.peek().orElseThrow().trackingToken().position()).hasValue(3);
    assertThat(take(follower)).extracting(RecordedEvent::position).containsExactly(2L, 3L);
    assertThat(follower.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
  }

  /** Takes the next chunk, and is done with it. */
  private static List<RecordedEvent> take(BlockingStream<TrackedEventMessage<?>> follower)
      throws InterruptedException {
    TrackedEventMessage<?> message = follower.nextAvailable();
    EventChunk chunk = (EventChunk) message.getPayload();
    assertThat(message.trackingToken().position()).hasValue(chunk.last());
    chunk.done().run();
    return chunk.events();
  }

  private List<RecordedEvent> takeUpTo(BlockingStream<TrackedEventMessage<?>> follower, long last)
      throws InterruptedException {
    List<RecordedEvent> taken = new ArrayList<>();
    while (taken.isEmpty() || taken.getLast().position() < last) {
      taken.addAll(take(follower));
    }
    return taken;
  }

  @Test
  void an_event_waits_until_the_last_follower_is_done_with_it() throws InterruptedException {
    BlockingStream<TrackedEventMessage<?>> quick = events.openStream(null);
    BlockingStream<TrackedEventMessage<?>> slow = events.openStream(null);
    assertThat(events.behind()).isZero();

    here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
    take(quick);
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(events.behind()).isGreaterThanOrEqualTo(Duration.ofMillis(50));

    EventChunk chunk = (EventChunk) slow.nextAvailable().getPayload();
    assertThat(events.behind()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    chunk.done().run();
    assertThat(events.behind()).isZero();
  }

  @Test
  void who_reads_the_database_is_not_waited_for() throws InterruptedException {
    here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
    TimeUnit.MILLISECONDS.sleep(300); // what nobody follows is forgotten

    events.openStream(null);

    assertThat(events.behind()).isZero();
  }

  @Test
  void what_comes_out_of_memory_equals_what_is_read_back() throws InterruptedException {
    try (TestLedger ledger = new TestLedger(database.dataSource());
        LiveEvents live =
            new LiveEvents(database.dataSource(), ledger.storage, ledger.writer, ledger.cache)) {
      BlockingStream<TrackedEventMessage<?>> follower = live.openStream(null);
      LoanId loan = Commands.newLoan();
      Append.Stored opened = ledger.post(Commands.open(loan));
      Append.Stored fee = ledger.post(Commands.fee(loan, 500));

      List<RecordedEvent> fromMemory = takeUpTo(follower, 2);
      List<RecordedEvent> fromDatabase = new ChunkReader(database.dataSource()).after(0, 10);

      assertThat(fromMemory).isEqualTo(fromDatabase);
      assertThat(fromMemory.getFirst().event()).isSameAs(opened.events().getFirst());
      assertThat(fromMemory.getLast().event()).isSameAs(fee.events().getFirst());
      assertThat(fromMemory)
          .allSatisfy(
              it -> {
                assertThat(it.actor()).isEqualTo("client-1");
                assertThat(it.correlationId()).isEqualTo("c-1");
              });
    }
  }

  @Test
  void the_events_of_a_while_come_together_and_a_reader_shortens_the_while()
      throws InterruptedException {
    Duration gap = Duration.ofSeconds(3);
    try (LiveEvents slow =
        new LiveEvents(
            database.dataSource(),
            new EventStorage(database.dataSource(), here),
            here,
            aggregates,
            gap)) {
      BlockingStream<TrackedEventMessage<?>> follower = slow.openStream(null);
      here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
      takeUpTo(follower, 1);

      long start = System.nanoTime();
      here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
      here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
      assertThat(take(follower)).extracting(RecordedEvent::position).containsExactly(2L, 3L);
      assertThat(System.nanoTime() - start).isGreaterThan(gap.toNanos() / 2);

      long hurried = System.nanoTime();
      here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
      slow.hurry(4);
      takeUpTo(follower, 4);
      assertThat(System.nanoTime() - hurried).isLessThan(gap.toNanos() / 2);
    }
  }

  @Test
  void a_follower_gets_two_chunks_ahead_and_the_next_when_it_is_done_with_one()
      throws InterruptedException {
    here.append(Rows.of(Rows.newStream("acme"), 0, 2 * LiveEvents.CHUNK_READ + 1, null)).join();
    BlockingStream<TrackedEventMessage<?>> follower = events.openStream(null);
    Semaphore calls = new Semaphore(0);
    follower.setOnAvailableCallback(calls::release);

    EventChunk one = (EventChunk) follower.nextAvailable().getPayload();
    EventChunk two = (EventChunk) follower.nextAvailable().getPayload();
    assertThat(one.events()).hasSize(LiveEvents.CHUNK_READ);
    assertThat(two.first()).isEqualTo(one.last() + 1);
    assertThat(follower.hasNextAvailable()).isFalse();

    one.done().run();
    assertThat(calls.tryAcquire()).isTrue();
    assertThat(take(follower)).hasSize(1);
  }

  @Test
  void one_who_begins_to_follow_does_not_keep_events_from_another() throws InterruptedException {
    BlockingStream<TrackedEventMessage<?>> follower = events.openStream(null);
    Semaphore calls = new Semaphore(0);
    follower.setOnAvailableCallback(calls::release);

    elsewhere.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();
    events.openStream(null);

    assertThat(calls.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(take(follower)).hasSize(1);
  }

  @Test
  void a_closed_follower_is_not_called_any_more() throws InterruptedException {
    BlockingStream<TrackedEventMessage<?>> follower = events.openStream(null);
    Semaphore calls = new Semaphore(0);
    follower.setOnAvailableCallback(calls::release);

    follower.close();
    here.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join();

    assertThat(calls.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
  }
}
