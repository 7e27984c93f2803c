package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.json.EventSerializer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Axon's event storage on PostgreSQL. All events of one unit of work are stored together, in its
 * commit phase: when that phase ends without an exception they are durable, and when it fails, Axon
 * rolls back and forgets what the aggregates had become.
 */
public final class EventStorage extends BatchingEventStorageEngine {

  private static final String PENDING = EventStorage.class.getName() + ".pending";

  /** Every revision is still the first, so nothing is upcast. */
  private static final EventUpcaster UPCASTERS = NoOpEventUpcaster.INSTANCE;

  private static final int EVENTS_PER_READ = 1_000;

  private final EventWriter writer;
  private final EventReader reader;

  /**
   * An event storage.
   *
   * @param dataSource a pool of connections, for reading
   * @param writer stores the events
   */
  public EventStorage(DataSource dataSource, EventWriter writer) {
    super(new Builder(new EventSerializer()));
    this.writer = writer;
    this.reader = new EventReader(dataSource);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
    Pending pending = unitOfWork.getResource(PENDING);
    if (pending == null) {
      Pending first = new Pending(appendOf(unitOfWork), new ArrayList<>(), new ArrayList<>());
      unitOfWork.resources().put(PENDING, first);
      unitOfWork.onCommit(_ -> store(first));
      pending = first;
    }
    MetaData stored = stored(unitOfWork.getMessage().getMetaData());
    byte[] metadata = serializer.serialize(stored, byte[].class).getData();
    for (EventMessage<?> event : events) {
      RequestKey request = pending.rows().isEmpty() ? pending.append().requestKey() : null;
      Fact fact = fact((LedgerEvent) event.getPayload(), stored);
      pending.rows().add(row((DomainEventMessage<?>) event, fact, metadata, request, serializer));
      pending.events().add(fact.event());
    }
  }

  /** What the command says of who asked, without what only serves its way through this process. */
  private static MetaData stored(MetaData command) {
    return command.subset(EventMetadata.STORED.toArray(String[]::new));
  }

  private static Fact fact(LedgerEvent event, MetaData stored) {
    return new Fact(
        event,
        Objects.toString(stored.get(EventMetadata.ACTOR), null),
        Objects.toString(stored.get(EventMetadata.CORRELATION_ID), null));
  }

  /** The events of one unit of work so far. */
  private record Pending(Append append, List<EventRow> rows, List<LedgerEvent> events) {}

  private static Append appendOf(UnitOfWork<?> unitOfWork) {
    Object append = unitOfWork.getMessage().getMetaData().get(EventMetadata.APPEND);
    return append == null ? new Append(null) : (Append) append;
  }

  private void store(Pending pending) {
    try {
      long last = writer.append(pending.rows()).join();
      pending.append().completed(pending.events(), last);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static EventRow row(
      DomainEventMessage<?> event,
      Fact fact,
      byte[] metadata,
      RequestKey request,
      Serializer serializer) {
    LedgerEvent payload = fact.event();
    StreamId stream = StreamId.parse(event.getAggregateIdentifier());
    SerializedObject<byte[]> json = serializer.serialize(payload, byte[].class);
    UUID eventId = UUID.fromString(event.getIdentifier());
    Instant postedAt = Microseconds.truncate(payload.postedAt());
    int revision = Integer.parseInt(json.getType().getRevision());
    byte[] hash =
        EventHash.of(
            stream,
            event.getSequenceNumber(),
            eventId,
            json.getType().getName(),
            revision,
            payload.effectiveDate(),
            postedAt,
            json.getData(),
            metadata,
            request);
    return new EventRow(
        stream,
        event.getSequenceNumber(),
        eventId,
        json.getType().getName(),
        revision,
        payload.effectiveDate(),
        postedAt,
        json.getData(),
        metadata,
        request,
        hash,
        fact);
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      TrackingToken lastToken, int batchSize) {
    long after = lastToken == null ? 0 : lastToken.position().orElse(0);
    return reader.after(after, batchSize);
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return reader.ofStream(StreamId.parse(aggregateIdentifier), firstSequenceNumber, batchSize);
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    reader
        .snapshots()
        .store(
            StreamId.parse(snapshot.getAggregateIdentifier()),
            snapshot.getSequenceNumber(),
            snapshot.getTimestamp(),
            serializer.serialize(snapshot.getPayload(), byte[].class).getData());
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return reader.snapshots().read(StreamId.parse(aggregateIdentifier)).stream();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return reader.lastSequence(StreamId.parse(aggregateIdentifier));
  }

  @Override
  public TrackingToken createTailToken() {
    return null; // Axon's word for "before the first event"
  }

  @Override
  public TrackingToken createHeadToken() {
    return token(reader.head());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return token(reader.lastBefore(dateTime));
  }

  private static TrackingToken token(long position) {
    return position == 0 ? null : new GlobalSequenceTrackingToken(position);
  }

  /** Reads one event out of its row, as {@link #readEvents(String, long)} reads many. */
  DomainEventMessage<?> read(DomainEventData<?> row) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(row), getEventSerializer(), UPCASTERS)
        .next();
  }

  private static final class Builder extends BatchingEventStorageEngine.Builder {
    Builder(EventSerializer serializer) {
      eventSerializer(serializer).snapshotSerializer(serializer).upcasterChain(UPCASTERS);
      batchSize(EVENTS_PER_READ);
    }
  }
}
