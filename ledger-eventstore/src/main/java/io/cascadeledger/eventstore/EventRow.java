package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * One row of the event table, but for the position, which the database assigns.
 *
 * @param stream the stream
 * @param sequence its place in the stream, from 0
 * @param eventId the event's identity
 * @param name its stored name
 * @param revision the revision of its shape
 * @param effectiveDate when it counts
 * @param postedAt when it was recorded, to the microsecond
 * @param payload JSON
 * @param metadata JSON
 * @param request the request it answers, on the first event of a command; else null
 * @param hash what {@link EventHash} makes of all of the above
 * @param fact the same as objects, for those who follow the events
 */
@SuppressWarnings("ArrayRecordComponent") // rows are written, never compared
record EventRow(
    StreamId stream,
    long sequence,
    UUID eventId,
    String name,
    int revision,
    LocalDate effectiveDate,
    Instant postedAt,
    byte[] payload,
    byte[] metadata,
    RequestKey request,
    byte[] hash,
    Fact fact) {

  /**
   * The row of an event.
   *
   * @param message the event, of an aggregate
   * @param said what is stored with it of who asked
   * @param metadata the same as JSON
   * @param request the request it answers, or null
   * @param serializer writes its payload
   */
  static EventRow of(
      EventMessage<?> message,
      MetaData said,
      byte[] metadata,
      RequestKey request,
      Serializer serializer) {
    DomainEventMessage<?> event = (DomainEventMessage<?>) message;
    LedgerEvent payload = (LedgerEvent) event.getPayload();
    StreamId stream = StreamId.parse(event.getAggregateIdentifier());
    SerializedObject<byte[]> json = serializer.serialize(payload, byte[].class);
    String name = json.getType().getName();
    int revision = Integer.parseInt(json.getType().getRevision());
    UUID eventId = UUID.fromString(event.getIdentifier());
    Instant postedAt = Microseconds.truncate(payload.postedAt());
    byte[] hash =
        EventHash.of(
            stream,
            event.getSequenceNumber(),
            eventId,
            name,
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
        name,
        revision,
        payload.effectiveDate(),
        postedAt,
        json.getData(),
        metadata,
        request,
        hash,
        new Fact(
            payload,
            Objects.toString(said.get(EventMetadata.ACTOR), null),
            Objects.toString(said.get(EventMetadata.CORRELATION_ID), null),
            RecordedEvent.bookedOn(payload, said)));
  }

  /** A place in a stream, which only one event can take. */
  record Slot(StreamId stream, long sequence) {}

  /** A tenant's idempotency key, which only one event can have. */
  record Key(String tenant, String idempotencyKey) {}

  Slot slot() {
    return new Slot(stream, sequence);
  }

  /** The key that it claims, or null. */
  Key key() {
    return request == null ? null : new Key(stream.tenant(), request.idempotencyKey());
  }
}
