package io.cascadeledger.journal.period;

import io.cascadeledger.accrual.AccrualBatchEvent;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;

/**
 * Up to which day a tenant's books are closed, and what becomes of what comes late. Whatever books
 * asks this, just before it is stored.
 *
 * @param closedThrough the last day of the last closed period; null if none is closed
 * @param latePostings what becomes of a posting that counts on a closed day
 */
public record ClosedBooks(LocalDate closedThrough, LatePostings latePostings) {

  /** Books of which nothing is closed. */
  public static final ClosedBooks OPEN = new ClosedBooks(null, LatePostings.REFUSED);

  /** Takes an event of the tenant into account. */
  public ClosedBooks after(LedgerEvent event) {
    return switch (event) {
      case PeriodClosed it -> new ClosedBooks(it.lastDay(), latePostings);
      case PeriodReopened it ->
          new ClosedBooks(it.firstDay() == null ? null : it.firstDay().minusDays(1), latePostings);
      case BooksSettingsChanged it -> new ClosedBooks(closedThrough, it.periods().latePostings());
      default -> this;
    };
  }

  /** Whether a day is closed. */
  public boolean isClosed(LocalDate day) {
    return closedThrough != null && !day.isAfter(closedThrough);
  }

  /** Whether an event has a place in the books: an entry, or a batch of entries. */
  public static boolean isBooked(LedgerEvent event) {
    return event instanceof AccrualBatchEvent
        || (event instanceof BookedEvent booked && booked.booked().isPresent());
  }

  /**
   * The day on which an event is booked: its own, or the first open one. What books nothing keeps
   * its day.
   *
   * @throws Refused if the day is closed and the tenant does not let such postings be booked later
   */
  public LocalDate bookedOn(LedgerEvent event) {
    LocalDate day = event.effectiveDate();
    if (!isClosed(day) || !isBooked(event)) {
      return day;
    }
    if (latePostings == LatePostings.FIRST_OPEN_DAY) {
      return closedThrough.plusDays(1);
    }
    throw Refused.periodClosed(closedThrough, day);
  }
}
