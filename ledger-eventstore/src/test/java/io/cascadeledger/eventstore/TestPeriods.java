package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.period.ClosedBooks;
import io.cascadeledger.journal.period.PeriodClosed;
import io.cascadeledger.journal.period.PeriodReopened;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.journal.settings.PeriodRules;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;

/** The periods of a tenant while tests close and open them, behind the ledger's back. */
final class TestPeriods {

  static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final String TENANT = "acme";

  final List<LocalDate> closed = new ArrayList<>();
  private final TestDatabase server;
  private int changes;

  TestPeriods(TestDatabase server) {
    this.server = server;
  }

  static LocalDate day(int number) {
    return FIRST.plusDays(number);
  }

  static LoanId open(TestLedger ledger) {
    LoanId loan = Commands.newLoan();
    ledger.post(
        new OpenLoan(
            loan,
            UUID.randomUUID(),
            Currency.getInstance("USD"),
            null,
            null,
            FIRST,
            Metadata.NONE,
            Commands.TIME));
    return loan;
  }

  /** A period that ends on a day and begins behind the last one. */
  PeriodClosed closing(LocalDate lastDay) {
    LocalDate first = closed.isEmpty() ? null : closed.getLast().plusDays(1);
    closed.add(lastDay);
    return new PeriodClosed(
        new AccountingPeriodsId(TENANT),
        changes + 1,
        first,
        lastDay,
        "alice",
        null,
        "So.",
        null,
        Commands.DAY,
        Commands.TIME.postedAt());
  }

  /** The last closed period, opened again. */
  PeriodReopened reopening() {
    LocalDate last = closed.removeLast();
    return new PeriodReopened(
        new AccountingPeriodsId(TENANT),
        closed.isEmpty() ? null : closed.getLast().plusDays(1),
        last,
        "alice",
        null,
        "So.",
        null,
        Commands.DAY,
        Commands.TIME.postedAt());
  }

  /** Stores a change of the periods. */
  CompletableFuture<Long> change(TestLedger ledger, LedgerEvent event) {
    return append(ledger, new AccountingPeriodsId(TENANT).toString(), changes++, event);
  }

  static void settle(TestLedger ledger, LatePostings late) {
    BooksSettingsId id = new BooksSettingsId(TENANT);
    PeriodRules rules = new PeriodRules(false, late);
    append(
            ledger,
            id.toString(),
            0,
            new BooksSettingsChanged(id, false, rules, Commands.DAY, Commands.TIME.postedAt()))
        .join();
  }

  private static CompletableFuture<Long> append(
      TestLedger ledger, String stream, long sequence, LedgerEvent event) {
    String type = stream.substring(0, stream.indexOf('/'));
    return ledger.writer.append(
        List.of(
            EventRow.of(
                new GenericDomainEventMessage<>(type, stream, sequence, event),
                MetaData.emptyInstance(),
                "{}".getBytes(StandardCharsets.UTF_8),
                null,
                new EventSerializer())));
  }

  List<RecordedEvent> events() {
    return new ChunkReader(server.dataSource()).after(0, 100_000);
  }

  /** Nothing is booked on a day that an earlier event has closed. */
  void assertNothingSlippedIn() {
    ClosedBooks books = ClosedBooks.OPEN;
    for (RecordedEvent recorded : events()) {
      LedgerEvent event = recorded.event();
      books = books.after(event);
      if (ClosedBooks.isBooked(event)) {
        assertThat(books.isClosed(recorded.bookedOn()))
            .as("%d is booked on %s under %s", recorded.position(), recorded.bookedOn(), books)
            .isFalse();
      }
    }
  }

  /** Whether a payment is stored; else it is refused because the period is closed. */
  static boolean isStored(TestLedger ledger, LoanId loan, LocalDate day) {
    while (true) {
      try {
        ledger.post(Commands.pay(loan, 5, day));
        return true;
      } catch (RuntimeException e) {
        switch (rootCause(e)) {
          case Refused refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.PERIOD_CLOSED);
            return false;
          }
          case ConcurrencyException _ -> {
            // It was closed in between: the next attempt knows.
          }
          case Throwable other -> throw new AssertionError(other);
        }
      }
    }
  }

  private static Throwable rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
