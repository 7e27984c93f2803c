package io.cascadeledger.api.history;

import io.cascadeledger.api.past.StreamEvents;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.json.EventSerializer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the events of a stream make, one after the other: by the same fold as that of what decides.
 *
 * @param <S> the state as it is answered
 */
final class StreamHistory<S extends Record> {

  private static final EventSerializer SERIALIZER = new EventSerializer();

  private final Iterator<StoredEvent> events;
  private final Consumer<LedgerEvent> fold;
  private final Supplier<S> state;
  private final Supplier<ProblemException> missing;
  private StoredEvent last;

  /**
   * Which stream it is.
   *
   * @param tenant whose
   * @param type of what
   * @param id within tenant and type
   */
  record Stream(String tenant, String type, UUID id) {

    private EventFilter filter() {
      return new EventFilter(tenant, Set.of(), type, id, null, null);
    }
  }

  /**
   * What happened between two events.
   *
   * @param events in order, the last one included
   * @param changes each value that is another
   */
  record Difference(List<HistoryEventAnswer> events, List<ChangeAnswer> changes) {}

  /**
   * Begins before the first event.
   *
   * @param fold takes an event into account
   * @param state what all that were taken have made; asked only when there was one
   * @param missing what is said if the stream has none
   */
  StreamHistory(
      StoredEvents events,
      Stream stream,
      Consumer<LedgerEvent> fold,
      Supplier<S> state,
      Supplier<ProblemException> missing) {
    this.events = new StreamEvents(events, stream.filter());
    this.fold = fold;
    this.state = state;
    this.missing = missing;
  }

  /**
   * The state after an event, which must be there and not lie before one that was asked for.
   *
   * @throws ProblemException if there is no such event
   */
  S after(long sequence) {
    take(sequence, _ -> {});
    return state.get();
  }

  /**
   * The state after the last event that was recorded by a time. It is always one that there was: an
   * event that is followed by such an event counts, though the clock of another server may have
   * given it a later time.
   *
   * @param knownAt null for the state after all events
   * @throws ProblemException if nothing was recorded by then
   */
  S known(Instant knownAt) {
    List<StoredEvent> later = new ArrayList<>();
    while (events.hasNext()) {
      StoredEvent next = events.next();
      later.add(next);
      if (knownAt == null || !next.postedAt().isAfter(knownAt)) {
        later.forEach(this::take);
        later.clear();
      } else if (next.postedAt().isAfter(knownAt.plus(StoredEvents.CLOCKS_APART))) {
        break;
      }
    }
    if (last == null) {
      throw later.isEmpty() ? missing.get() : notYet(later.getFirst());
    }
    return state.get();
  }

  private static ProblemException notYet(StoredEvent first) {
    return new ProblemException(
        ProblemCode.STREAM_NOT_FOUND,
        "Nothing was known of it yet: its first event was recorded at %s."
            .formatted(first.postedAt()));
  }

  /** The last event that was taken; null if none was. */
  StoredEvent last() {
    return last;
  }

  /**
   * Compares the states after two events.
   *
   * @param since the sequence of the earlier one; -1 for nothing yet
   * @param sequence that of the later one
   * @throws ProblemException if one of them is not there
   */
  Difference between(long since, long sequence) {
    S before = since < 0 ? null : after(since);
    List<HistoryEventAnswer> between = new ArrayList<>();
    take(sequence, event -> between.add(HistoryEventAnswer.of(event)));
    return new Difference(between, StateChanges.between(before, state.get()));
  }

  private void take(long sequence, Consumer<StoredEvent> each) {
    while (reached() < sequence && events.hasNext()) {
      StoredEvent next = events.next();
      each.accept(next);
      take(next);
    }
    if (last == null) {
      throw missing.get();
    }
    if (reached() < sequence) {
      throw new ProblemException(
          ProblemCode.EVENT_NOT_FOUND,
          "There is no event %d in this stream yet: its last is %d."
              .formatted(sequence, reached()));
    }
  }

  private void take(StoredEvent event) {
    last = event;
    fold.accept(event.read(SERIALIZER));
  }

  private long reached() {
    return last == null ? -1 : last.sequence();
  }
}
