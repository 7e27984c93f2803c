package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands that wait while the database stores nothing, and are then stored together. */
@Timeout(120)
@ExtendWith(StopsLedger.class)
class WaitingCommandsTest {

  /** The lock that every writer of events takes, here in the hands of the test. */
  private static final String LOCK = "SELECT pg_advisory_lock(119182731994482)";

  private final Tenant lender = RunningLedger.newTenant();

  @Test
  void of_commands_of_one_loan_that_wait_together_each_is_answered_for_itself() throws Exception {
    UUID loan = lender.newLoan();
    List<Future<Reply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try (Connection lock = holdingTheLock()) {
        for (int i = 0; i < 30; i++) {
          String body =
              switch (i % 3) {
                case 0 -> Bodies.payment(loan, 100, "2026-05-01");
                case 1 -> Bodies.payment(loan, 100, "2026-05-01").replace("USD", "EUR");
                default -> Bodies.payment(UUID.randomUUID(), 100, "2026-05-01");
              };
          replies.add(threads.submit(() -> lender.post("/v1/payments", body)));
        }
        awaitWaiting(lock);
      }
      for (int i = 0; i < replies.size(); i++) {
        int expected = List.of(201, 422, 404).get(i % 3);
        assertThat(replies.get(i).get().status()).as("payment %d", i).isEqualTo(expected);
      }
    }
    assertThat(lender.owed(loan)).isEqualTo("0 0 999000 0");
  }

  @Test
  void more_than_may_wait_are_told_to_come_again_and_none_of_the_others_is_lost() throws Exception {
    int limit = 20;
    int beyond = 10;
    List<UUID> loans = List.of(lender.newLoan(), lender.newLoan(), lender.newLoan());
    List<Reply> replies = new ArrayList<>();
    Map<String, Object> settings = Map.of("ledger.waiting-commands", limit);
    try (LedgerServer small = RunningLedger.start(RunningLedger.DATABASE.url(), settings);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant there = lender.at(small);
      List<Future<Reply>> waiting = new ArrayList<>();
      try (Connection lock = holdingTheLock()) {
        for (int i = 0; i < limit + beyond; i++) {
          String body = Bodies.payment(loans.get(i % loans.size()), 1, "2026-05-01");
          waiting.add(threads.submit(() -> there.post("/v1/payments", body)));
        }
        while (waiting.stream().filter(Future::isDone).count() < beyond) {
          Thread.sleep(5);
        }
        awaitWaiting(lock);
      }
      for (Future<Reply> reply : waiting) {
        replies.add(reply.get());
      }
      assertThat(there.pay(loans.getFirst(), 1).status()).isEqualTo(201);
    }
    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(limit);
    assertThat(replies)
        .filteredOn(reply -> reply.status() != 201)
        .hasSize(beyond)
        .allSatisfy(
            reply -> {
              reply.expectProblem(503, "overloaded");
              assertThat(reply.header("Retry-After")).isEqualTo("1");
            });
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(6 + limit + 1);
  }

  private static Connection holdingTheLock() throws SQLException {
    Connection connection = RunningLedger.DATABASE.dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK);
    }
    return connection;
  }

  /** Returns once the server's writer waits for the lock. */
  private static void awaitWaiting(Connection lock) throws SQLException, InterruptedException {
    try (Statement statement = lock.createStatement()) {
      boolean waits = false;
      while (!waits) {
        Thread.sleep(5);
        try (var result =
            statement.executeQuery(
                "SELECT 1 FROM pg_locks JOIN pg_database ON oid = database"
                    + " WHERE locktype = 'advisory' AND NOT granted"
                    + " AND datname = current_database()")) {
          waits = result.next();
        }
      }
    }
  }
}
