package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.time.LocalDate;
import java.util.Map;

/**
 * A fact as the event store recorded it.
 *
 * @param position its place in the order of all events: 1, 2, 3 and so on
 * @param event the fact
 * @param actor who acted, or null if the event does not say
 * @param correlationId what belongs together across systems, or null if the event does not say
 * @param bookedOn the day on which the books have it: its effective date, unless that lay in a
 *     closed period when it was stored
 */
public record RecordedEvent(
    long position, LedgerEvent event, String actor, String correlationId, LocalDate bookedOn) {

  /** A fact that is booked on its effective date. */
  public RecordedEvent(long position, LedgerEvent event, String actor, String correlationId) {
    this(position, event, actor, correlationId, event == null ? null : event.effectiveDate());
  }

  /**
   * A fact out of its row.
   *
   * @param metadata what is stored with it, by the names of {@link EventMetadata}
   */
  public static RecordedEvent of(long position, LedgerEvent event, Map<String, ?> metadata) {
    return new RecordedEvent(
        position,
        event,
        (String) metadata.get(EventMetadata.ACTOR),
        (String) metadata.get(EventMetadata.CORRELATION_ID),
        bookedOn(event, metadata));
  }

  static LocalDate bookedOn(LedgerEvent event, Map<String, ?> metadata) {
    return metadata.get(EventMetadata.BOOKED_ON) instanceof String day
        ? LocalDate.parse(day)
        : event.effectiveDate();
  }
}
