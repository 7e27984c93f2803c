package io.cascadeledger.api.past;

import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The events of a stream that there are now, read page by page. */
public final class StreamEvents implements Iterator<StoredEvent> {

  private final StoredEvents events;
  private final EventFilter stream;
  private final long head;
  private long reached;
  private Iterator<StoredEvent> page = List.<StoredEvent>of().iterator();

  /** The events of one stream, up to the last that there is now. */
  public StreamEvents(StoredEvents events, EventFilter stream) {
    this.events = events;
    this.stream = stream;
    this.head = events.head();
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && reached < head) {
      StoredEvents.Page next = events.after(stream, reached, head);
      page = next.events().iterator();
      reached = next.reached();
    }
    return page.hasNext();
  }

  @Override
  public StoredEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
