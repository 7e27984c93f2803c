package io.cascadeledger.api.server;

import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A ledger with some hundred events of all kinds, sealed, whose server has stopped; and copies of
 * it, to be tampered with.
 */
final class AuditedLedger {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final List<String> COPIES = new ArrayList<>();

  /** A checkpoint as somebody kept it while the server ran, and the key that verifies it. */
  static final Map<String, String> KEPT = fill();

  private AuditedLedger() {}

  private static Map<String, String> fill() {
    try (LedgerServer server =
        RunningLedger.start(DATABASE.url(), Map.of("ledger.checkpoint-interval", "100ms"))) {
      Tenant lender = Tenant.of(server, "acme", Scopes.DESCRIPTIONS.keySet());
      LoanLife.of(lender);
      BooksLife.of(lender);
      ServicedLoan serviced = ServicedLoan.of(lender);
      serviced.overpay(10_000);
      serviced.chargeOff();
      UUID loan = lender.newLoan();
      Tenant other = Tenant.of(server, "zenith", Scopes.DESCRIPTIONS.keySet());
      other.pay(other.newLoan(), 88_849).expect(201);
      other.post("/v1/periods/2026-02-28/close", "{\"reason\": \"Month end.\"}").expect(201);
      List<String> payments = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        payments.add(Batch.line(Tenant.newKey(), loan, 100 + i));
      }
      Batch.post(lender, payments);
      Reply kept =
          await()
              .pollInSameThread()
              .atMost(Duration.ofSeconds(20))
              .until(
                  () -> lender.get("/v1/checkpoints/latest"),
                  it -> it.status() == 200 && it.json().path("tree_size").asLong() > 600);
      lender.pay(loan, 7).expect(201);
      lender.pay(loan, 77).expect(201);
      awaitProjections(jdbc(DATABASE.dataSource()));
      return Map.of("note", kept.text("note"), "verifier", kept.text("verifier"));
    }
  }

  static JdbcTemplate jdbc(DataSource database) {
    return new JdbcTemplate(database);
  }

  /** Waits until the read models have read all events. */
  static void awaitProjections(JdbcTemplate jdbc) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Boolean.TRUE.equals(
                    jdbc.queryForObject(
                        """
                        SELECT bool_and(position = (SELECT max(position) FROM events))
                          FROM projection_position
                        """,
                        Boolean.class)));
  }

  /** A copy in which events may be changed. */
  static DataSource copy() {
    String name = "copy_" + (COPIES.size() + 1);
    COPIES.add(name);
    execute(
        database("postgres"), "CREATE DATABASE %s TEMPLATE %s".formatted(name, DATABASE.name()));
    DataSource copy = database(name);
    execute(copy, "ALTER TABLE events DISABLE TRIGGER events_only_grow");
    execute(copy, "ALTER TABLE checkpoint DISABLE TRIGGER checkpoint_only_grows");
    execute(copy, "ALTER TABLE journal_line DISABLE TRIGGER USER");
    return copy;
  }

  /** Removes the copies. */
  static void dropCopies() {
    COPIES.forEach(
        name -> execute(database("postgres"), "DROP DATABASE %s WITH (FORCE)".formatted(name)));
    COPIES.clear();
  }

  static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource database(String name) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl("jdbc:postgresql://localhost:%d/%s".formatted(DATABASE.port(), name));
    database.setUser("postgres");
    return database;
  }
}
