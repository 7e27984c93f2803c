package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/**
 * Makes the rows of one command's events. An event that answers a request carries its key; those
 * behind it, in whichever stream, name it as their cause, so that all that a request stored is
 * found again by its key.
 */
final class CommandRows {

  private final MetaData said;
  private final byte[] json;
  private final Serializer serializer;
  private final PeriodGuard.Known books;

  /**
   * Begins.
   *
   * @param said what is stored with each event of who asked
   * @param serializer writes events and metadata
   * @param books say on which days events are booked
   */
  CommandRows(MetaData said, Serializer serializer, PeriodGuard.Known books) {
    this.said = said;
    this.serializer = serializer;
    this.books = books;
    this.json = json(said);
  }

  /**
   * The rows of events.
   *
   * @param events all events of the command, in their order
   * @param append says which of them answer requests
   * @throws Refused if one of them would be booked on a closed day
   */
  List<EventRow> of(List<? extends EventMessage<?>> events, Append append) {
    List<RequestKey> keys =
        append.keysOf(events.stream().map(event -> (LedgerEvent) event.getPayload()).toList());
    List<EventRow> rows = new ArrayList<>(events.size());
    DomainEventMessage<?> cause = null;
    MetaData follows = null;
    byte[] followsJson = null;
    for (int i = 0; i < events.size(); i++) {
      DomainEventMessage<?> event = (DomainEventMessage<?>) events.get(i);
      if (keys.get(i) != null) {
        cause = event;
        follows = null;
      } else if (cause != null) {
        if (follows == null) {
          follows = said.and(EventMetadata.CAUSATION_ID, cause.getIdentifier());
          followsJson = json(follows);
        }
        rows.add(row(event, follows, followsJson, null));
        continue;
      }
      rows.add(row(event, said, json, keys.get(i)));
    }
    return rows;
  }

  private EventRow row(
      DomainEventMessage<?> message, MetaData metadata, byte[] metadataJson, RequestKey key) {
    LedgerEvent event = (LedgerEvent) message.getPayload();
    LocalDate bookedOn = books.of(event.tenant()).bookedOn(event);
    if (bookedOn.equals(event.effectiveDate())) {
      return EventRow.of(message, metadata, metadataJson, key, serializer);
    }
    MetaData moved = metadata.and(EventMetadata.BOOKED_ON, bookedOn.toString());
    return EventRow.of(message, moved, json(moved), key, serializer);
  }

  private byte[] json(MetaData metadata) {
    return serializer.serialize(metadata, byte[].class).getData();
  }
}
