package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
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
  private final LiveEvents events =
      new LiveEvents(new EventStorage(database.dataSource(), here), here);

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
      follower.nextAvailable();
    }

    assertThat(follower.hasNextAvailable()).isFalse();
  }

  @Test
  void a_follower_starts_after_its_token_and_peeks_without_moving() throws InterruptedException {
    here.append(Rows.of(Rows.newStream("acme"), 0, 3, null)).join();
    BlockingStream<TrackedEventMessage<?>> follower =
        events.openStream(new GlobalSequenceTrackingToken(1));

    assertThat(follower.peek().orElseThrow().trackingToken().position()).hasValue(2);
    assertThat(follower.nextAvailable().trackingToken().position()).hasValue(2);
    assertThat(follower.nextAvailable().trackingToken().position()).hasValue(3);
    assertThat(follower.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
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
