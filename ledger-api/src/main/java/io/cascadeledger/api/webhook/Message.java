package io.cascadeledger.api.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber has not acknowledged yet.
 *
 * @param number its place among all messages
 * @param type {@link Subscription#JOURNAL_ENTRY_POSTED}, or the stored name of the event
 * @param position the event that it tells of
 * @param eventId that event's identity
 * @param streamType what the event's stream is of
 * @param streamId the event's stream
 * @param attempts how often it was sent, or begun to be
 * @param firstAttemptAt when it was first sent; null before
 * @param nextAttemptAt when it is sent next, unless it is dead
 * @param lastFailure why the last attempt failed; null if none did
 * @param deadAt since when it is not sent by itself any more; null if it is
 */
record Message(
    long number,
    String type,
    long position,
    UUID eventId,
    String streamType,
    UUID streamId,
    int attempts,
    @Nullable Instant firstAttemptAt,
    Instant nextAttemptAt,
    @Nullable String lastFailure,
    @Nullable Instant deadAt) {

  /** What a subscriber tells it from others by; the same with each attempt. */
  String id() {
    return type + "_" + eventId;
  }
}
