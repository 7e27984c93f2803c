package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.refusal.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Older revisions lack parts and are read as they are, so nothing is upcast. */
  private static final EventUpcaster UPCASTERS = NoOpEventUpcaster.INSTANCE;

  /** What the command says of who asked, without what only serves its way through this process. */
  private static final String[] STORED = EventMetadata.STORED.toArray(String[]::new);

  private static final int EVENTS_PER_READ = 1_000;

  private final DataSource dataSource;
  private final EventWriter writer;
  private final Booking booking;
  private final EventReader reader;

  /**
   * An event storage.
   *
   * @param dataSource a pool of connections, for reading
   * @param writer stores the events
   */
  public EventStorage(DataSource dataSource, EventWriter writer) {
    super(new Builder(new EventSerializer()));
    this.dataSource = dataSource;
    this.writer = writer;
    this.booking = new Booking(dataSource, writer.periods());
    this.reader = new EventReader(dataSource);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
    MetaData command = unitOfWork.getMessage().getMetaData();
    switch (command.get(EventMetadata.APPEND)) {
      case AppendGroup group -> appendEach(unitOfWork, group.parts(), events, serializer);
      case Append append -> appendTogether(unitOfWork, append, events, serializer);
      case Rehearsal _ -> {
        booking.append(new Append(null), events, MetaData.emptyInstance(), serializer, null);
        throw new Rehearsal.Over(payloads(events));
      }
      case null, default -> appendTogether(unitOfWork, new Append(null), events, serializer);
    }
  }

  private static List<LedgerEvent> payloads(List<? extends EventMessage<?>> events) {
    return events.stream().map(event -> (LedgerEvent) event.getPayload()).toList();
  }

  /** One command after the other, whatever becomes of the others. */
  private void appendEach(
      UnitOfWork<?> unitOfWork,
      List<AppendGroup.Part> parts,
      List<? extends EventMessage<?>> events,
      Serializer serializer) {
    List<PendingAppend> group = new ArrayList<>(parts.size());
    Map<String, PendingAppend> newest = new HashMap<>();
    int from = 0;
    for (AppendGroup.Part part : parts) {
      List<? extends EventMessage<?>> own = events.subList(from, from + part.events());
      from += part.events();
      String stream = ((DomainEventMessage<?>) own.getFirst()).getAggregateIdentifier();
      PendingAppend base = newest.get(stream);
      PendingAppend pending;
      try {
        MetaData said = MetaData.from(part.append().metadata());
        pending = booking.append(part.append(), own, said, serializer, base);
      } catch (Refused e) {
        pending = new PendingAppend(List.of(), base);
        pending.fail(e);
      }
      newest.put(stream, pending);
      group.add(pending);
    }
    if (from != events.size()) {
      throw new IllegalStateException(
          "%d commands made %d events, not %d".formatted(parts.size(), events.size(), from));
    }
    unitOfWork.onCommit(
        _ -> {
          writer.appendAll(group.stream().filter(append -> !append.done().isDone()).toList());
          for (int i = 0; i < parts.size(); i++) {
            settle(parts.get(i).append(), group.get(i));
          }
        });
  }

  private static void settle(Append append, PendingAppend pending) {
    try {
      append.completed(pending.events(), await(pending));
    } catch (RuntimeException e) {
      append.failed(e);
    }
  }

  /** All events of a command, whichever streams they belong to. */
  private void appendTogether(
      UnitOfWork<?> unitOfWork,
      Append append,
      List<? extends EventMessage<?>> events,
      Serializer serializer) {
    List<EventMessage<?>> pending = unitOfWork.getResource(PENDING);
    if (pending == null) {
      List<EventMessage<?>> first = new ArrayList<>(events.size());
      MetaData said =
          append.metadata() == null
              ? unitOfWork.getMessage().getMetaData().subset(STORED)
              : MetaData.from(append.metadata());
      unitOfWork.resources().put(PENDING, first);
      unitOfWork.onCommit(
          _ -> store(append, booking.append(append, first, said, serializer, null)));
      pending = first;
    }
    pending.addAll(events);
  }

  private void store(Append append, PendingAppend pending) {
    writer.appendAll(List.of(pending));
    append.completed(pending.events(), await(pending));
  }

  private static long await(PendingAppend pending) {
    try {
      return pending.done().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
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
    ReadAhead ahead = ReadAhead.of(aggregateIdentifier);
    return ahead == null
        ? reader.ofStream(StreamId.parse(aggregateIdentifier), firstSequenceNumber, batchSize)
        : ahead.events(aggregateIdentifier, firstSequenceNumber);
  }

  /** Reads streams that are about to be wanted, all with one query. */
  public ReadAhead readAhead(Collection<String> streams) {
    return new ReadAhead(dataSource, streams);
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
    ReadAhead ahead = ReadAhead.of(aggregateIdentifier);
    return ahead == null
        ? reader.snapshots().read(StreamId.parse(aggregateIdentifier)).stream()
        : ahead.snapshot(aggregateIdentifier).stream();
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
