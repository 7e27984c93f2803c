package io.cascadeledger.eventstore;

import static io.cascadeledger.eventstore.TestPeriods.day;
import static io.cascadeledger.eventstore.TestPeriods.isStored;
import static io.cascadeledger.eventstore.TestPeriods.open;
import static io.cascadeledger.eventstore.TestPeriods.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.journal.period.PeriodClosed;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes that post while periods are closed and opened again. */
@Timeout(60)
class ClosedPeriodsTest {

  private final TestDatabase server = TestDatabase.create();
  private final TestLedger here = new TestLedger(server.dataSource());
  private final TestLedger there = new TestLedger(server.dataSource());
  private final TestPeriods periods = new TestPeriods(server);

  @AfterEach
  void close() {
    here.close();
    there.close();
    server.drop();
  }

  @Test
  void what_would_be_booked_on_a_closed_day_is_refused_on_every_node() {
    LoanId loan = open(here);
    here.post(Commands.pay(loan, 5, day(3)));
    periods.change(there, periods.closing(day(10))).join();

    assertThat(isStored(here, loan, day(10))).isFalse();
    assertThat(isStored(here, loan, day(11))).isTrue();
    periods.change(there, periods.reopening()).join();
    assertThat(isStored(here, loan, day(9))).isTrue();
    periods.assertNothingSlippedIn();
  }

  @Test
  void what_comes_late_is_booked_on_the_first_open_day_if_the_tenant_says_so() {
    settle(there, LatePostings.FIRST_OPEN_DAY);
    LoanId loan = open(here);
    here.post(Commands.pay(loan, 5, day(20)));
    periods.change(there, periods.closing(day(10))).join();

    assertThat(isStored(here, loan, day(4))).isTrue();

    RecordedEvent late = periods.events().getLast();
    assertThat(late.event().effectiveDate()).isEqualTo(day(4));
    assertThat(late.bookedOn()).isEqualTo(day(11));
    assertThat(late.actor()).isEqualTo("client-1");
    assertThat(isStored(there, loan, day(5))).isTrue(); // decided on what the other has stored
    assertThat(periods.events()).extracting(RecordedEvent::bookedOn).doesNotContain(day(4), day(5));
    periods.assertNothingSlippedIn();
  }

  @Test
  void a_posting_that_waits_behind_the_closing_does_not_slip_in() throws Exception {
    LoanId loan = open(here);
    CompletableFuture<Long> closing;
    CompletableFuture<Append.Stored> late;
    try (HeldLock lock = new HeldLock(server.dataSource())) {
      closing = periods.change(there, periods.closing(day(10)));
      lock.awaitWaitingWriter();
      late = here.send(Commands.pay(loan, 5, day(10)), null);
      awaitWaiting(2);
    }

    closing.join();
    assertThatThrownBy(late::join)
        .hasRootCauseInstanceOf(ConcurrencyException.class)
        .hasRootCauseMessage("a period was closed meanwhile");
    assertThat(periods.events()).hasSize(2);
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
      var _ =
          periods.change(
              here, periods.closing(day(10))); // it gathers behind the first, with the next
      late = here.send(Commands.pay(other, 5, day(10)), null);
      while (here.writer.waiting() < 2) {
        Thread.sleep(1);
      }
    }

    ahead.join();
    assertThatThrownBy(late::join).hasRootCauseInstanceOf(ConcurrencyException.class);
    assertThat(periods.events())
        .hasSize(4)
        .last()
        .extracting("event")
        .isInstanceOf(PeriodClosed.class);
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
