package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.json.EventSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An event exactly as it is stored, nothing of it decoded.
 *
 * @param position its place in the order of all events: 1, 2, 3 and so on
 * @param tenant the tenant whose event it is
 * @param streamType what its stream is of, such as {@code loan}
 * @param streamId the stream, within tenant and type
 * @param sequence its place in the stream, from 0
 * @param eventId the event's identity
 * @param name its stored name
 * @param revision the revision of its payload's shape
 * @param effectiveDate when it counts
 * @param postedAt when it was recorded, to the microsecond
 * @param payload JSON
 * @param metadata JSON
 * @param request the request it answers, on the first event of a command; else null
 * @param hash the hash that is stored with it
 */
@SuppressWarnings("ArrayRecordComponent") // compared only where its content is
public record StoredEvent(
    long position,
    String tenant,
    String streamType,
    UUID streamId,
    long sequence,
    UUID eventId,
    String name,
    int revision,
    LocalDate effectiveDate,
    Instant postedAt,
    byte[] payload,
    byte[] metadata,
    RequestKey request,
    byte[] hash) {

  /** The hash that its other parts have, which is the stored one unless something was changed. */
  public byte[] computeHash() {
    return EventHash.of(
        new StreamId(tenant, streamType, streamId),
        sequence,
        eventId,
        name,
        revision,
        effectiveDate,
        postedAt,
        payload,
        metadata,
        request);
  }

  /**
   * What it says.
   *
   * @throws RuntimeException if its payload is not as its name and revision have it
   */
  public LedgerEvent read(EventSerializer serializer) {
    return serializer.readEvent(name, Integer.toString(revision), payload);
  }

  /** Its stream, as events name it. */
  public String stream() {
    return new StreamId(tenant, streamType, streamId).toString();
  }
}
