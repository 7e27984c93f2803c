package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ledger import}, while it or the server is killed. */
class ImportIT {

  private static final int LOANS = 50;
  private static final int PAYMENTS = 20_000;
  private static final Duration BOUND = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void every_payment_is_posted_once_although_the_import_and_the_server_are_killed()
      throws Exception {
    int port = LedgerProcess.freePort();
    Path data = folder.resolve("data");
    DatabaseProcesses database = new DatabaseProcesses(data);
    LedgerProcess server = serve(port, data);
    try {
      String client = createClient(data);
      Path file = payments(Api.authenticated(port, client));
      long before = events(database);

      try (LedgerProcess first = startImport(port, client, file)) {
        awaitEvents(database, before + 2_000);
        first.kill();
      }
      try (LedgerProcess second = startImport(port, client, file)) {
        awaitEvents(database, events(database) + 2_000);
        server.kill();
        server = serve(port, data);
        assertThat(second.exitCode(BOUND)).as(second.errors()).isZero();
        assertThat(second.output()).contains("failed:   0");
      }

      assertThat(events(database)).isEqualTo(before + PAYMENTS);
      assertThat(file.resolveSibling("payments.ndjson.progress")).doesNotExist();
      try (LedgerProcess third = startImport(port, client, file)) {
        assertThat(third.exitCode(BOUND)).as(third.errors()).isZero();
        assertThat(third.output()).contains("posted:   0", "replayed: " + PAYMENTS);
      }
      assertThat(events(database)).isEqualTo(before + PAYMENTS);
    } finally {
      server.close();
    }
  }

  private LedgerProcess serve(int port, Path data) throws InterruptedException {
    String[] command = {"run", "--port", Integer.toString(port), "--data", data.toString()};
    return LedgerProcess.start(folder, Map.of(), command).awaitReady(port);
  }

  private String createClient(Path data) throws InterruptedException {
    try (LedgerProcess create =
        LedgerProcess.start(
            folder, Map.of(), "client", "create", "--tenant", "acme", "--data", data.toString())) {
      assertThat(create.exitCode(BOUND)).isZero();
      return create.output();
    }
  }

  private Path payments(Api api) throws IOException, InterruptedException {
    UUID[] loans = new UUID[LOANS];
    for (int i = 0; i < LOANS; i++) {
      loans[i] = UUID.randomUUID();
      String loan =
          """
          {"loan_id":"%s","borrower_id":"%s","currency":"USD","effective_at":"2015-01-01"}"""
              .formatted(loans[i], UUID.randomUUID());
      assertThat(api.post("/v1/loans", "loan:" + loans[i], loan).statusCode()).isEqualTo(201);
    }
    Path file = folder.resolve("payments.ndjson");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < PAYMENTS; i++) {
        out.write(
            """
            {"idempotency_key":"history:%d","loan_id":"%s","amount_minor":"%d","currency":"USD",\
            "effective_at":"%d-06-15"}
            """
                .formatted(i, loans[i % LOANS], 1 + i % 100, 2015 + i % 10));
      }
    }
    return file;
  }

  private LedgerProcess startImport(int port, String client, Path file) {
    return LedgerProcess.start(
        folder,
        Map.of(
            "LEDGER_URL",
            "http://localhost:" + port,
            "LEDGER_CLIENT_ID",
            value(client, "client_id"),
            "LEDGER_CLIENT_SECRET",
            value(client, "client_secret")),
        "import",
        file.toString());
  }

  private static String value(String printed, String name) {
    return printed
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  private static long events(DatabaseProcesses database) throws IOException, SQLException {
    try (Connection connection = database.dataSource().getConnection();
        ResultSet result =
            connection.createStatement().executeQuery("SELECT count(*) FROM events")) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void awaitEvents(DatabaseProcesses database, long wanted)
      throws IOException, SQLException, InterruptedException {
    long deadline = System.nanoTime() + BOUND.toNanos();
    while (events(database) < wanted) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
