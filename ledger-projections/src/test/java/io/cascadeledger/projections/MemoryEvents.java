package io.cascadeledger.projections;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.EventChunk;
import io.cascadeledger.eventstore.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * A source of events in memory, with dense positions from 1 as the event store gives them, chunk by
 * chunk.
 */
public final class MemoryEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final int chunkSize;
  private final List<RecordedEvent> events = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** No events yet. They are handed on in chunks of at most so many. */
  public MemoryEvents(int chunkSize) {
    this.chunkSize = chunkSize;
  }

  /** Adds events at the next positions, all at once. */
  public synchronized void append(List<? extends LedgerEvent> added) {
    long next = events.size() + 1L;
    List<RecordedEvent> recorded = new ArrayList<>();
    for (LedgerEvent event : added) {
      recorded.add(new RecordedEvent(next, event, "client-1", "correlation-" + next));
      next++;
    }
    events.addAll(recorded);
    listeners.forEach(MemoryEvents::call);
  }

  private static void call(Runnable listener) {
    try {
      listener.run();
    } catch (RejectedExecutionException _) {
      // Whoever listened has been stopped.
    }
  }

  /** One message of some events. */
  static TrackedEventMessage<?> message(List<RecordedEvent> events) {
    EventChunk chunk = new EventChunk(events, () -> {});
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(chunk.last()), new GenericEventMessage<>(chunk));
  }

  /** The events in their order. */
  public List<LedgerEvent> events() {
    return events.stream().map(RecordedEvent::event).toList();
  }

  /** The events in their order, with what is recorded of them. */
  public List<RecordedEvent> recorded() {
    return List.copyOf(events);
  }

  /** The position of the last event. */
  public long lastPosition() {
    return events.size();
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    long start = token == null ? 0 : WrappedToken.unwrapLowerBound(token).position().orElseThrow();
    return new FromPosition((int) start);
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(lastPosition());
  }

  private final class FromPosition implements BlockingStream<TrackedEventMessage<?>> {

    private int read;
    private Runnable listener;

    private FromPosition(int start) {
      read = start;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      int size = events.size();
      return read < size
          ? Optional.of(message(events.subList(read, Math.min(size, read + chunkSize))))
          : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      if (peek().isEmpty()) {
        unit.sleep(timeout);
      }
      return peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      while (!hasNextAvailable(1, TimeUnit.MILLISECONDS)) {
        // It sleeps in between.
      }
      TrackedEventMessage<?> next = peek().orElseThrow();
      read = (int) next.trackingToken().position().orElseThrow();
      return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      listener = callback;
      return listeners.add(callback);
    }

    @Override
    public void close() {
      listeners.remove(listener);
    }
  }
}
