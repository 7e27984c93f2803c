package io.cascadeledger.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

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

  /** What must be unique in the event table, as text. */
  String slot() {
    return stream + "#" + sequence;
  }

  /** The tenant and the idempotency key as text, or null if the row has no key. */
  String keySlot() {
    return request == null ? null : stream.tenant() + "/" + request.idempotencyKey();
  }
}
