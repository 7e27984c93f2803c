package io.cascadeledger.api.webhook;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEventJson;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the bodies of messages out of the events that they tell of. */
final class MessageBody {

  private static final EventSerializer SERIALIZER = new EventSerializer();

  private final StoredEvents events;

  /** Reads from stored events. */
  MessageBody(StoredEvents events) {
    this.events = events;
  }

  /** A journal entry that was posted, as Clarivo's ledger tells of it. */
  @Describe("A journal entry that was posted.")
  record EntryPosted(
      @Describe("The entry.") UUID journalEntryId,
      @Describe("Whose books it is in.") String tenantId,
      @Describe("What it books, such as payment_received.") String eventType,
      @Describe("When the ledger recorded it.") Instant occurredAt,
      @Describe(value = "The X-Trace-Id of the request.", optional = true)
          @Nullable String correlationId) {}

  /**
   * The body of a message, which is the same with each attempt.
   *
   * @return null if the event, which could have booked something, has booked nothing
   * @throws IllegalStateException if there is no such event, or it is none that the message can
   *     tell of
   */
  byte @Nullable [] of(Message message) {
    List<StoredEvent> found =
        events.after(EventFilter.all(), message.position() - 1, message.position()).events();
    if (found.isEmpty()) {
      throw new IllegalStateException("there is no event at position " + message.position());
    }
    StoredEvent stored = found.getFirst();
    if (message.type().equals(Subscription.JOURNAL_ENTRY_POSTED)) {
      EntryPosted posted = entryPosted(stored);
      return posted == null ? null : ApiJson.write(posted);
    }
    return StoredEventJson.line(stored);
  }

  private static @Nullable EntryPosted entryPosted(StoredEvent stored) {
    LedgerEvent event = stored.read(SERIALIZER);
    if (!(event instanceof BookedEvent booked)) {
      throw new IllegalStateException(stored.name() + " books nothing");
    }
    JournalEntry entry = booked.entry();
    if (entry == null) {
      return null;
    }
    return new EntryPosted(
        entry.id(),
        stored.tenant(),
        entry.type().name().toLowerCase(Locale.ROOT),
        stored.postedAt(),
        SERIALIZER.readMetadata(stored.metadata()).get(EventMetadata.CORRELATION_ID));
  }
}
