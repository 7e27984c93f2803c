package io.cascadeledger.api.past;

import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.projections.loan.LoanStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Loans of the past, made of those of their events that count: by the rules by which a loan
 * decides, so that what it is shown to have been is what it was. Reading them blocks.
 */
public final class PastLoans {

  private static final EventSerializer SERIALIZER = new EventSerializer();

  private final StoredEvents events;

  /** The loans of an event store. */
  public PastLoans(StoredEvents events) {
    this.events = events;
  }

  /**
   * A loan as it was.
   *
   * @param state what it had come to
   * @param status whether it took movements
   * @param closedOn the day from which it was closed; null if it was not
   */
  public record PastLoan(LoanState state, LoanStatus status, LocalDate closedOn) {}

  /**
   * A loan as of a day, as it was known at a time.
   *
   * @param asOf the last effective date that counts; null if all count
   * @param knownAt what was posted later does not count; null if all counts
   * @return empty if there was no such loan then
   */
  public Optional<PastLoan> find(LoanId loan, LocalDate asOf, Instant knownAt) {
    EventFilter stream =
        new EventFilter(loan.tenant(), Set.of(), LoanId.STREAM_TYPE, loan.value(), null, null);
    LoanHistory history = new LoanHistory();
    for (Iterator<StoredEvent> all = new StreamEvents(events, stream); all.hasNext(); ) {
      StoredEvent stored = all.next();
      if (knownAt == null || !stored.postedAt().isAfter(knownAt)) {
        LoanEvent event = (LoanEvent) stored.read(SERIALIZER);
        if (asOf == null || event instanceof LoanOpened || !event.effectiveDate().isAfter(asOf)) {
          history.evolve(event);
        }
      }
    }
    return history.opened() == null
        ? Optional.empty()
        : Optional.of(new PastLoan(history.state(), history.status(), history.closedOn()));
  }
}
