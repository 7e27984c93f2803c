package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.Loan;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.junit.jupiter.api.Test;

class GrowingSnapshotIntervalsTest {

  private final List<Long> snapshots = new ArrayList<>();
  private long sequence;

  @Test
  void snapshots_lie_the_farther_apart_the_longer_the_stream_is() {
    SnapshotTrigger trigger = trigger();

    add(trigger, 10_000);

    assertThat(snapshots).containsExactly(499L, 999L, 1_998L, 3_996L, 7_992L);
  }

  @Test
  void a_stream_that_was_loaded_from_its_snapshot_goes_on_from_there() {
    sequence = 4_000;
    SnapshotTrigger trigger = trigger();

    add(trigger, 8_000);

    assertThat(snapshots).containsExactly(7_998L);
  }

  private SnapshotTrigger trigger() {
    return new GrowingSnapshotIntervals((_, _) -> snapshots.add(sequence), 500)
        .prepareTrigger(Loan.class);
  }

  private void add(SnapshotTrigger trigger, int events) {
    trigger.initializationFinished();
    for (int i = 0; i < events; i++) {
      trigger.eventHandled(
          new GenericDomainEventMessage<>("loan", "loan/acme/1", sequence, "an event"));
      sequence++;
    }
  }
}
