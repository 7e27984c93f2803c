package io.cascadeledger.projections.rebuild;

import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.audit.CheckedEvent;
import java.util.List;
import javax.sql.DataSource;

/** The events as they are stored, decoded many at a time by as many threads as there are. */
final class RecordedEvents {

  private final StoredEvents events;

  RecordedEvents(DataSource dataSource) {
    this.events = new StoredEvents(dataSource);
  }

  /**
   * Some of the next events, without a gap.
   *
   * @param position behind this one
   * @param last none behind this one
   * @throws IllegalStateException if one is missing or cannot be read
   */
  List<RecordedEvent> after(long position, long last) {
    StoredEvents.Page page = events.after(EventFilter.all(), position, last);
    List<CheckedEvent> checked = page.events().parallelStream().map(CheckedEvent::of).toList();
    List<RecordedEvent> recorded = checked.stream().map(RecordedEvents::readable).toList();
    if (recorded.isEmpty() || recorded.getLast().position() != position + recorded.size()) {
      throw new IllegalStateException(
          "events are missing behind position %d; run ledger verify".formatted(position));
    }
    return recorded;
  }

  private static RecordedEvent readable(CheckedEvent event) {
    if (event.recorded() == null) {
      throw new IllegalStateException(
          "the event at position %d cannot be read: %s"
              .formatted(event.stored().position(), event.fault()));
    }
    return event.recorded();
  }
}
