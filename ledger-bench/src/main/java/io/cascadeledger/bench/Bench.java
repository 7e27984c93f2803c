package io.cascadeledger.bench;

import static io.cascadeledger.bench.Report.ratio;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;

/** One run: limits and loads in turn, so that a machine that changes its mood hits them alike. */
final class Bench {

  private static final int LOANS = 5_000;
  private static final int CLIENTS_OF_LIMIT = 32;
  private static final Duration CATCH_UP_BOUND = Duration.ofMinutes(10);

  private final Path ledgerJar;
  private final Path folder;
  private final PrintWriter progress;
  private final Duration round;
  private final Duration warmUp;
  private long keys;

  Bench(boolean quick, Path ledgerJar, Path folder, PrintWriter progress) {
    this.ledgerJar = ledgerJar;
    this.folder = folder;
    this.progress = progress;
    this.round = Duration.ofSeconds(quick ? 10 : 45);
    this.warmUp = Duration.ofSeconds(quick ? 30 : 60);
  }

  /**
   * What a run leaves behind.
   *
   * @param table the report
   * @param sound whether the books were sound afterwards
   */
  record Outcome(String table, boolean sound) {}

  Outcome run() throws IOException, InterruptedException, ExecutionException, SQLException {
    say("Starting the server");
    Path data = Files.createDirectories(folder.resolve("data"));
    try (BenchServer server = BenchServer.start(ledgerJar, data)) {
      Books books = new Books(server.dataSource());
      Report report =
          new Report(
              Machine.describe(
                  books.text("SELECT 'PostgreSQL ' || current_setting('server_version')")));
      Payments payments = new Payments(server.token(), LOANS);
      HttpLoad load = new HttpLoad(server.port());
      openLoans(server, payments);
      say("Warming up for " + warmUp.toSeconds() + " s");
      keys += posted(load.run(CLIENTS_OF_LIMIT, warmUp, n -> payments.spread("warm", n)));
      measure(report, server, books, load, payments);
      say("Checking the books");
      Duration catchUp = books.catchUp(CATCH_UP_BOUND);
      String faults = books.faults(keys);
      report.sentence(
          "After the last load the projections were even with the events within %d ms."
              .formatted(catchUp.toMillis()));
      report.sentence(
          faults.isEmpty()
              ? "The books afterwards: debits equal credits, no gaps, and each of %,d acknowledged keys is there once."
                  .formatted(keys)
              : "THE BOOKS ARE NOT SOUND: " + faults);
      return new Outcome(report.toString(), faults.isEmpty());
    }
  }

  private void measure(
      Report report, BenchServer server, Books books, HttpLoad load, Payments payments)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    PgBench pgbench = new PgBench(server.database(), folder);
    books.execute(LimitTable.CREATE);
    say("Limit A: one event a transaction");
    PgBench.Measured limitA = pgbench.run("a", LimitTable.oneRow(), CLIENTS_OF_LIMIT, round);
    report.row(
        "limit A: pgbench, 1 row a transaction, 32 clients",
        limitA.transactionsPerSecond(),
        limitA.latencies(),
        0,
        "");
    PgBench.Measured single = pgbench.run("a1", LimitTable.oneRow(), 1, round);
    report.row("limit A with 1 client", single.transactionsPerSecond(), single.latencies(), 0, "");
    say("Limit B: fifty events a transaction");
    PgBench.Measured limitB = pgbench.run("b", LimitTable.manyRows(), CLIENTS_OF_LIMIT, round);
    report.row(
        "limit B: pgbench, 50 rows a transaction (rows)",
        limitB.transactionsPerSecond() * LimitTable.rowsOfLimitB(),
        limitB.latencies(),
        0,
        "");
    for (int connections : new int[] {1, 32, 128}) {
      LoadResult spread =
          load(
              load,
              connections,
              "spread" + connections,
              n -> payments.spread("spread" + connections, n));
      String against =
          connections == 1
              ? "p50 %s x, p99 %s x of limit A with 1 client"
                  .formatted(
                      ratio(spread.latencies().quantile(500), single.latencies().quantile(500)),
                      ratio(spread.latencies().quantile(990), single.latencies().quantile(990)))
              : ratio(spread.perSecond(), limitA.transactionsPerSecond()) + " x limit A";
      row(report, "payments, %d connections, 5,000 loans".formatted(connections), spread, against);
    }
    PgBench.Measured again = pgbench.run("a", LimitTable.oneRow(), CLIENTS_OF_LIMIT, round);
    report.row(
        "limit A, measured again",
        again.transactionsPerSecond(),
        again.latencies(),
        0,
        ratio(again.transactionsPerSecond(), limitA.transactionsPerSecond()) + " x the first");
    LoadResult hot = load(load, CLIENTS_OF_LIMIT, "hot", n -> payments.hot("hot", n));
    row(
        report,
        "payments to one loan, 32 connections",
        hot,
        ratio(hot.perSecond(), single.transactionsPerSecond()) + " x limit A with 1 client");
    LoadResult storm = load(load, 128, "storm", n -> payments.stormy("storm", n));
    row(
        report,
        "retry storm: one request in five repeated, 128 connections",
        storm,
        ratio(storm.perSecond(), limitA.transactionsPerSecond()) + " x limit A");
  }

  private LoadResult load(
      HttpLoad load, int connections, String name, LongFunction<byte[]> requests)
      throws InterruptedException, ExecutionException {
    say("Load: " + name);
    LoadResult result = load.run(connections, round, requests);
    keys += posted(result);
    return result;
  }

  private static long posted(LoadResult result) {
    return result.acknowledged() - result.replayed();
  }

  private static void row(Report report, String measure, LoadResult result, String ratio) {
    report.row(measure, result.perSecond(), result.latencies(), result.failed(), ratio);
  }

  private void openLoans(BenchServer server, Payments payments) throws IOException {
    say("Opening %,d loans".formatted(LOANS));
    try (HttpConnection connection = new HttpConnection(server.port())) {
      for (int loan = 0; loan < LOANS; loan++) {
        connection.exchange(payments.opening(loan));
        connection.exchange(payments.disbursement(loan));
        keys += 2;
      }
    }
  }

  private void say(String what) {
    progress.println("bench: " + what);
    progress.flush();
  }
}
