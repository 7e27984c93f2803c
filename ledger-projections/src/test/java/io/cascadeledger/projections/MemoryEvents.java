package io.cascadeledger.projections;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.EventMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;

/** A source of events in memory, with dense positions from 1 as the event store gives them. */
public final class MemoryEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final List<TrackedEventMessage<?>> messages = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Adds events at the next positions, all at once. */
  public synchronized void append(List<? extends LedgerEvent> events) {
    long next = messages.size() + 1L;
    List<TrackedEventMessage<?>> added = new ArrayList<>();
    for (LedgerEvent event : events) {
      added.add(message(next++, event));
    }
    messages.addAll(added);
    listeners.forEach(Runnable::run);
  }

  private static TrackedEventMessage<?> message(long position, LedgerEvent event) {
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericEventMessage<>(
            event,
            Map.of(
                EventMetadata.ACTOR,
                "client-1",
                EventMetadata.CORRELATION_ID,
                "correlation-" + position)));
  }

  /** The events in their order. */
  public List<LedgerEvent> events() {
    return messages.stream().map(message -> (LedgerEvent) message.getPayload()).toList();
  }

  /** The messages in their order. */
  public List<TrackedEventMessage<?>> messages() {
    return List.copyOf(messages);
  }

  /** The position of the last event. */
  public long lastPosition() {
    return messages.size();
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
      return read < messages.size() ? Optional.of(messages.get(read)) : Optional.empty();
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
      return messages.get(read++);
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
