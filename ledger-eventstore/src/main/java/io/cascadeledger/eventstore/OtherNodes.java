package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventSerializer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns what other nodes have stored, so that the aggregates that this node keeps can be brought
 * up to date before they decide again. Positions are dense: what lies between the inserts of this
 * node is theirs. It is only a help. An aggregate whose news is lost or late decides on what was,
 * and the insert finds out.
 */
final class OtherNodes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);

  /** Who is further behind drops what it keeps instead of reading so many events. */
  private static final long MOST_EVENTS = 50_000;

  private static final int EVENTS_PER_READ = 1_000;
  private static final long NOTHING = -1;

  private final EventReader reader;
  private final AggregateCache aggregates;
  private final Consumer<List<RecordedEvent>> recorded;
  private final BooleanSupplier isFollowed;
  private final EventSerializer serializer = new EventSerializer();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("other-nodes").daemon().factory());
  private long known = NOTHING;

  /**
   * Reads what others store.
   *
   * @param aggregates what this node keeps
   * @param recorded gets all events of others, if they are followed
   * @param isFollowed whether they are
   */
  OtherNodes(
      EventReader reader,
      AggregateCache aggregates,
      Consumer<List<RecordedEvent>> recorded,
      BooleanSupplier isFollowed) {
    this.reader = reader;
    this.aggregates = aggregates;
    this.recorded = recorded;
    this.isFollowed = isFollowed;
  }

  /** Says that this node has stored the events from one position to another. */
  void storedHere(long first, long last) {
    known(first - 1, last);
  }

  /** Says what is the last event of all. */
  void head(long position) {
    known(position, position);
  }

  /** There is an event at the last of these positions; those up to the first may be of others. */
  private synchronized void known(long others, long last) {
    if (known != NOTHING && others > known) {
      long after = known;
      try {
        thread.execute(() -> read(after, others));
      } catch (RejectedExecutionException e) {
        LOG.trace("it is closed, so nothing is to be read any more", e);
      }
    }
    known = Math.max(known, last);
  }

  private void read(long after, long upTo) {
    if (upTo - after > MOST_EVENTS) {
      aggregates.removeAll();
      return;
    }
    try {
      long position = after;
      while (position < upTo) {
        position = readSome(position, upTo);
      }
    } catch (RuntimeException e) {
      LOG.debug("what other nodes have stored cannot be read", e);
    }
  }

  /**
   * Positions are dense, so what was asked for is there, unless this node has lost its database.
   */
  private long readSome(long after, long upTo) {
    int limit = (int) Math.min(EVENTS_PER_READ, upTo - after);
    List<EventReader.Positioned> rows = reader.from(after, limit);
    if (rows.size() < limit) {
      throw new EventStoreException("there are no events up to " + upTo);
    }
    boolean followed = isFollowed.getAsBoolean();
    List<RecordedEvent> events = new ArrayList<>(rows.size());
    for (EventReader.Positioned row : rows) {
      String stream = row.stream().toString();
      boolean kept = aggregates.containsKey(stream);
      if (kept || followed) {
        RecordedEvent event = decode(row);
        events.add(event);
        if (kept) {
          aggregates.stored(message(row, stream, event));
        }
      }
    }
    if (followed) {
      recorded.accept(events);
    }
    return after + limit;
  }

  private RecordedEvent decode(EventReader.Positioned row) {
    Map<String, String> metadata = serializer.readMetadata(row.metadata());
    return RecordedEvent.of(
        row.position(), serializer.readEvent(row.name(), row.revision(), row.payload()), metadata);
  }

  private static DomainEventMessage<?> message(
      EventReader.Positioned row, String stream, RecordedEvent event) {
    Instant postedAt = event.event().postedAt();
    return new GenericDomainEventMessage<>(
        row.stream().type(),
        stream,
        row.sequence(),
        event.event(),
        MetaData.emptyInstance(),
        row.eventId(),
        postedAt);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
