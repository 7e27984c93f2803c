package io.cascadeledger.eventstore;

import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Has a stream snapshotted at intervals that grow with it: when at least so many events have come
 * since the last snapshot, and these are half of the stream. A snapshot is as long as the stream it
 * sums up, so at fixed intervals a stream of n events would write the square of n; like this it
 * writes a few times n, and at most half of it is read behind the snapshot.
 */
public final class GrowingSnapshotIntervals implements SnapshotTriggerDefinition {

  private final Snapshotter snapshotter;
  private final int leastEvents;

  /**
   * Has a snapshotter take the snapshots.
   *
   * @param leastEvents how many events there are between two snapshots at least
   */
  public GrowingSnapshotIntervals(Snapshotter snapshotter, int leastEvents) {
    this.snapshotter = Objects.requireNonNull(snapshotter, "snapshotter must not be null");
    this.leastEvents = leastEvents;
  }

  @Override
  public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
    return new Trigger(snapshotter, aggregateType, leastEvents);
  }

  @Override
  public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
    return trigger; // it has never left this process
  }

  private static final class Trigger extends AbstractSnapshotTrigger {

    private static final long serialVersionUID = 1L;

    private final int leastEvents;
    private long sinceSnapshot;
    private long streamLength;

    Trigger(Snapshotter snapshotter, Class<?> aggregateType, int leastEvents) {
      super(snapshotter, aggregateType);
      this.leastEvents = leastEvents;
    }

    @Override
    public void eventHandled(EventMessage<?> message) {
      if (message instanceof DomainEventMessage<?> event) {
        streamLength = event.getSequenceNumber() + 1;
      }
      super.eventHandled(message);
    }

    @Override
    protected boolean exceedsThreshold() {
      sinceSnapshot++;
      return sinceSnapshot >= Math.max(leastEvents, streamLength / 2);
    }

    @Override
    protected void reset() {
      sinceSnapshot = 0;
    }
  }
}
