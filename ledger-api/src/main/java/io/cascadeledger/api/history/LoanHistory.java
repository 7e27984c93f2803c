package io.cascadeledger.api.history;

import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanState;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;

/** A loan as its events make it, one after the other: the same fold as that of the loan itself. */
final class LoanHistory {

  private static final EventSerializer SERIALIZER = new EventSerializer();

  private final Iterator<StoredEvent> events;
  private final LoanState state = new LoanState();
  private LoanOpened opened;
  private LocalDate closedOn;
  private StoredEvent last;

  /** Begins before the first event of a loan. */
  LoanHistory(StoredEvents events, LoanId loan) {
    EventFilter stream =
        new EventFilter(loan.tenant(), Set.of(), LoanId.STREAM_TYPE, loan.value(), null, null);
    this.events = new Pages(events, stream);
  }

  /** The events of a stream, read page by page. */
  private static final class Pages implements Iterator<StoredEvent> {

    private final StoredEvents events;
    private final EventFilter stream;
    private final long head;
    private long reached;
    private Iterator<StoredEvent> page = List.<StoredEvent>of().iterator();

    private Pages(StoredEvents events, EventFilter stream) {
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

  /**
   * Takes the next events into account, as far as there are any.
   *
   * @param upTo the sequence of the last of them
   * @param each is told of each
   */
  void take(long upTo, Consumer<StoredEvent> each) {
    while (sequence() < upTo && events.hasNext()) {
      last = events.next();
      each.accept(last);
      evolve((LoanEvent) last.read(SERIALIZER));
    }
  }

  private void evolve(LoanEvent event) {
    state.evolve(event);
    if (event instanceof LoanOpened it) {
      opened = it;
    }
    if (event instanceof LoanClosed) {
      closedOn = event.effectiveDate();
    } else if (!state.isClosed()) {
      closedOn = null;
    }
  }

  /** The sequence of the last event that was taken; -1 if none was. */
  long sequence() {
    return last == null ? -1 : last.sequence();
  }

  /** The last event that was taken; null if none was. */
  StoredEvent last() {
    return last;
  }

  /** How the loan was opened; null before. */
  LoanOpened opened() {
    return opened;
  }

  /** The day from which the loan is closed; null if it is not. */
  LocalDate closedOn() {
    return closedOn;
  }

  /** What the loan is after all that was taken. */
  LoanState state() {
    return state;
  }
}
