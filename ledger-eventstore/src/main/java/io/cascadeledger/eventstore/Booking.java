package io.cascadeledger.eventstore;

import io.cascadeledger.refusal.Refused;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/** Makes the appends of commands: each of their events with the day on which it is booked. */
final class Booking {

  private final DataSource dataSource;
  private final PeriodGuard periods;

  /** Asks what is known of closed periods. */
  Booking(DataSource dataSource, PeriodGuard periods) {
    this.dataSource = dataSource;
    this.periods = periods;
  }

  /**
   * The append of a command. That a day is closed is said only of what is stored now.
   *
   * @param said what is stored with each event of who asked
   * @param base the append that this one was decided upon, or null
   * @throws Refused if one of the events would be booked on a closed day
   */
  PendingAppend append(
      Append append,
      List<? extends EventMessage<?>> events,
      MetaData said,
      Serializer serializer,
      PendingAppend base) {
    PeriodGuard.Known books = periods.known(dataSource);
    List<EventRow> rows;
    try {
      rows = new CommandRows(said, serializer, books).of(events, append);
    } catch (Refused _) {
      books = periods.refresh(dataSource);
      rows = new CommandRows(said, serializer, books).of(events, append);
    }
    return new PendingAppend(rows, base, books.position());
  }
}
