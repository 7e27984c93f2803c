package io.cascadeledger.api.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told of what happens.
 *
 * @param id its identity
 * @param tenant whose events
 * @param url where messages are sent
 * @param eventTypes of what: {@link Subscription#JOURNAL_ENTRY_POSTED} or stored names of events
 * @param description the subscriber's own words; null if there are none
 * @param createdBy the client that has asked for it
 * @param createdAt when
 * @param position events up to this one have become messages
 * @param waiting how many messages wait to be acknowledged
 * @param dead how many are not sent by themselves any more
 * @param lastSuccessAt when the last message was acknowledged; null if none was
 * @param lastFailureAt when the last attempt failed; null if none did
 * @param lastFailure why; null if none did
 */
record Subscription(
    UUID id,
    String tenant,
    URI url,
    List<String> eventTypes,
    @Nullable String description,
    String createdBy,
    Instant createdAt,
    long position,
    int waiting,
    int dead,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    @Nullable String lastFailure) {

  /** What tells of every journal entry, whichever event carries it. */
  static final String JOURNAL_ENTRY_POSTED = "journalEntryPosted";

  Subscription {
    eventTypes = List.copyOf(eventTypes);
  }
}
