package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes that post while periods are closed and opened again. */
@Timeout(60)
class ClosedPeriodsTest {

  private static final String TENANT = "acme";
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final int DAYS = 58;

  private final TestDatabase server = TestDatabase.create();
  private final TestLedger here = new TestLedger(server.dataSource());
  private final TestLedger there = new TestLedger(server.dataSource());
  private final List<LocalDate> closed = new ArrayList<>();
  private int changes;

  @AfterEach
  void close() {
    here.close();
    there.close();
    server.drop();
  }

  private static LocalDate day(int number) {
    return FIRST.plusDays(number);
  }

  private static LoanId open(TestLedger ledger) {
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

  private PeriodClosed closing(LocalDate lastDay) {
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

  private PeriodReopened reopening() {
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

  private CompletableFuture<Long> change(TestLedger ledger, LedgerEvent event) {
    return append(ledger, new AccountingPeriodsId(TENANT).toString(), changes++, event);
  }

  private static void settle(TestLedger ledger, LatePostings late) {
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

  private List<RecordedEvent> events() {
    return new ChunkReader(server.dataSource()).after(0, 100_000);
  }

  /** Nothing is booked on a day that an earlier event has closed. */
  private void assertNothingSlippedIn() {
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

  @Test
  void what_would_be_booked_on_a_closed_day_is_refused_on_every_node() {
    LoanId loan = open(here);
    here.post(Commands.pay(loan, 5, day(3)));
    change(there, closing(day(10))).join();

    assertThat(isStored(here, loan, day(10))).isFalse();
    assertThat(isStored(here, loan, day(11))).isTrue();
    change(there, reopening()).join();
    assertThat(isStored(here, loan, day(9))).isTrue();
    assertNothingSlippedIn();
  }

  @Test
  void what_comes_late_is_booked_on_the_first_open_day_if_the_tenant_says_so() {
    settle(there, LatePostings.FIRST_OPEN_DAY);
    LoanId loan = open(here);
    here.post(Commands.pay(loan, 5, day(20)));
    change(there, closing(day(10))).join();

    assertThat(isStored(here, loan, day(4))).isTrue();

    RecordedEvent late = events().getLast();
    assertThat(late.event().effectiveDate()).isEqualTo(day(4));
    assertThat(late.bookedOn()).isEqualTo(day(11));
    assertThat(late.actor()).isEqualTo("client-1");
    assertThat(isStored(there, loan, day(5))).isTrue(); // decided on what the other has stored
    assertThat(events()).extracting(RecordedEvent::bookedOn).doesNotContain(day(4), day(5));
    assertNothingSlippedIn();
  }

  @Test
  void a_posting_that_waits_behind_the_closing_does_not_slip_in() throws Exception {
    LoanId loan = open(here);
    CompletableFuture<Long> closing;
    CompletableFuture<Append.Stored> late;
    try (HeldLock lock = new HeldLock(server.dataSource())) {
      closing = change(there, closing(day(10)));
      lock.awaitWaitingWriter();
      late = here.send(Commands.pay(loan, 5, day(10)), null);
      awaitWaiting(2);
    }

    closing.join();
    assertThatThrownBy(late::join)
        .hasRootCauseInstanceOf(ConcurrencyException.class)
        .hasRootCauseMessage("a period was closed meanwhile");
    assertThat(events()).hasSize(2);
  }

  @Test
  void what_comes_behind_a_closing_in_one_group_is_looked_at_again() throws Exception {
    LoanId one = open(here);
    LoanId other = open(here);
    CompletableFuture<Append.Stored> ahead;
    CompletableFuture<Append.Stored> late;
    try (HeldLock lock = new HeldLock(server.dataSource())) {
      ahead = here.send(Commands.pay(one, 5, day(1)), null);
      lock.awaitWaitingWriter();
      var _ = change(here, closing(day(10))); // it gathers behind the first, with the next
      late = here.send(Commands.pay(other, 5, day(10)), null);
      while (here.writer.waiting() < 2) {
        Thread.sleep(1);
      }
    }

    ahead.join();
    assertThatThrownBy(late::join).hasRootCauseInstanceOf(ConcurrencyException.class);
    assertThat(events()).hasSize(4).last().extracting("event").isInstanceOf(PeriodClosed.class);
  }

  private void awaitWaiting(int writers) throws SQLException, InterruptedException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      while (true) {
        try (ResultSet result =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                    + " AND database = (SELECT oid FROM pg_database"
                    + " WHERE datname = current_database())")) {
          result.next();
          if (result.getInt(1) >= writers) {
            return;
          }
        }
        Thread.sleep(5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void random_postings_and_closings_on_two_nodes_leave_nothing_in_a_closed_period(LatePostings late)
      throws Exception {
    settle(here, late);
    List<Future<int[]>> posting = new ArrayList<>();
    int[] seen = new int[2];
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        TestLedger ledger = i % 2 == 0 ? here : there;
        Random random = new Random(i);
        posting.add(threads.submit(() -> post(ledger, random)));
      }
      Random random = new Random(99);
      for (int i = 0; i < 60; i++) {
        boolean reopens = closed.size() > 1 && random.nextInt(3) == 0;
        LocalDate last = closed.isEmpty() ? FIRST.minusDays(1) : closed.getLast();
        if (reopens || !last.isBefore(day(DAYS - 6))) {
          change(random.nextBoolean() ? here : there, reopening()).join();
        } else {
          LocalDate lastDay = last.plusDays(1 + random.nextInt(5));
          change(random.nextBoolean() ? here : there, closing(lastDay)).join();
        }
        Thread.sleep(10);
      }
      for (Future<int[]> thread : posting) {
        seen[0] += thread.get()[0];
        seen[1] += thread.get()[1];
      }
    }

    assertNothingSlippedIn();
    long moved =
        events().stream().filter(it -> !it.bookedOn().equals(it.event().effectiveDate())).count();
    assertThat(seen[0]).isPositive();
    if (late == LatePostings.REFUSED) {
      assertThat(seen[1]).isPositive();
      assertThat(moved).isZero();
    } else {
      assertThat(seen[1]).isZero();
      assertThat(moved).isPositive();
    }
  }

  /** Posts payments of any day; how many were stored, and how many refused. */
  private static int[] post(TestLedger ledger, Random random) {
    int[] outcomes = new int[2];
    LoanId loan = open(ledger);
    for (int i = 0; i < 40; i++) {
      LocalDate day = day(random.nextInt(DAYS));
      outcomes[isStored(ledger, loan, day) ? 0 : 1]++;
    }
    return outcomes;
  }

  private static boolean isStored(TestLedger ledger, LoanId loan, LocalDate day) {
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

  @Test
  void the_last_change_of_the_books_is_found_by_its_index() throws Exception {
    open(here);
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_seqscan = off");
      StringBuilder plan = new StringBuilder();
      try (ResultSet result = statement.executeQuery("EXPLAIN " + PeriodGuard.LAST_CHANGE)) {
        while (result.next()) {
          plan.append(result.getString(1)).append('\n');
        }
      }
      assertThat(plan).contains("events_of_the_books");
    }
  }
}
