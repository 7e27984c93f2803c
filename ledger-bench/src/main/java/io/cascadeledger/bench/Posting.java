package io.cascadeledger.bench;

import static io.cascadeledger.bench.Part.BATCH;
import static io.cascadeledger.bench.Part.INSTALMENTS;
import static io.cascadeledger.bench.Part.PAYMENTS;
import static io.cascadeledger.bench.Part.PEER;
import static io.cascadeledger.bench.Part.SLOW_DISK;

import io.cascadeledger.bench.database.LimitTable;
import io.cascadeledger.bench.database.PgBench;
import io.cascadeledger.bench.database.PgLedger;
import io.cascadeledger.bench.http.Conversation;
import io.cascadeledger.bench.http.HttpLoad;
import io.cascadeledger.bench.process.SlowDisk;
import io.cascadeledger.bench.report.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Payments over HTTP, taking turns with the limits of the database and with the peer. */
final class Posting {

  static final int MANY = 128;
  static final int BATCH_CONNECTIONS = 4;
  static final int BATCH_LINES = 5_000;

  private static final int SHARE_OF_WARM_UP = 4;
  private static final int SOME = 32;
  private static final int REPEATED_PERCENT = 20;
  private static final Duration DELAY = Duration.ofMillis(2);

  private final Ledger ledger;
  private final PgBench pgbench;
  private final Optional<SlowDisk> disk;
  private PgLedger peer;
  private boolean takesBatches;
  private boolean longSchedules;

  final Row limitA =
      new Row(
          "limit A: pgbench, 1 row a transaction, 32 clients",
          Set.of(PAYMENTS),
          limit(LimitTable.oneRow(), 1, SOME));
  final Row payments128 =
      new Row("payments, 128 connections, 5,000 loans", Set.of(PAYMENTS, PEER), spread(MANY, 0));
  final Row limitA1 =
      new Row("limit A with 1 client", Set.of(PAYMENTS), limit(LimitTable.oneRow(), 1, 1));
  final Row payments1 = new Row("payments, 1 connection", Set.of(PAYMENTS), spread(1, 0));
  final Row hot = new Row("payments to one loan, 32 connections", Set.of(PAYMENTS), hotLoan());
  final Row payments32 =
      new Row("payments, 32 connections", Set.of(PAYMENTS, INSTALMENTS), spread(SOME, 0));
  final Row byInstalment =
      new Row(
          "payments to loans of 360 instalments, by instalment, 32 connections",
          Set.of(INSTALMENTS),
          among(Scale.BY_INSTALMENT));
  final Row reamortized =
      new Row(
          "payments to loans of 360 instalments, each made anew, 32 connections",
          Set.of(INSTALMENTS),
          among(Scale.REAMORTIZED));
  final Row storm =
      new Row(
          "retry storm: one request in five repeated, 128 connections",
          Set.of(PAYMENTS),
          spread(MANY, REPEATED_PERCENT));
  final Row limitB =
      new Row(
          "limit B: pgbench, 50 rows a transaction, 32 clients (rows)",
          Set.of(BATCH),
          limit(LimitTable.manyRows(), LimitTable.ROWS_OF_LIMIT_B, SOME));
  final Row batch =
      new Row(
          "payments in batches of 5,000, 4 connections (latency of a batch)",
          Set.of(BATCH),
          batches());
  final Row peerAll =
      new Row(
          "peer: pgledger transfers, 50 accounts, 32 clients",
          Set.of(PEER),
          duration -> peer.amongAll(duration));
  final Row peerHot =
      new Row(
          "peer: pgledger transfers to one account, 32 clients",
          Set.of(PEER),
          duration -> peer.toOne(duration));
  final Row slowLimitA =
      new Row(
          "limit A, each fsync 2 ms longer",
          Set.of(SLOW_DISK),
          slowly(limit(LimitTable.oneRow(), 1, SOME)));
  final Row slowPayments =
      new Row(
          "payments, 128 connections, each fsync 2 ms longer",
          Set.of(SLOW_DISK),
          slowly(spread(MANY, 0)));

  private final List<Row> rows =
      List.of(
          limitA,
          payments128,
          limitA1,
          payments1,
          hot,
          limitB,
          batch,
          peerAll,
          payments32,
          byInstalment,
          reamortized,
          peerHot,
          storm,
          slowLimitA,
          slowPayments);

  Posting(Ledger ledger, Path folder, Optional<SlowDisk> disk) {
    this.ledger = ledger;
    this.pgbench = new PgBench(ledger.database(), folder);
    this.disk = disk;
  }

  /** Finds out what can be measured here. */
  void prepare(Set<Part> parts, Optional<Path> pgledger, Path folder)
      throws IOException, InterruptedException, SQLException {
    ledger.database().execute(LimitTable.CREATE);
    if (parts.contains(PEER) && pgledger.isPresent()) {
      peer = PgLedger.load(ledger.database(), pgledger.get(), folder);
    } else if (parts.contains(PEER)) {
      List.of(peerAll, peerHot).forEach(row -> row.impossible("no --pgledger folder"));
    }
    longSchedules = parts.contains(INSTALMENTS);
    if (longSchedules) {
      openLongSchedules(Scale.BY_INSTALMENT, ServicedTerms.BY_INSTALMENT);
      openLongSchedules(Scale.REAMORTIZED, ServicedTerms.REAMORTIZED);
    }
    takesBatches = probeBatches();
    if (parts.contains(BATCH) && !takesBatches) {
      batch.impossible("the server does not take POST /v1/payments:batch");
    }
    if (parts.contains(SLOW_DISK)) {
      String obstacle = slowDiskObstacle();
      List.of(slowLimitA, slowPayments).forEach(row -> row.impossible(obstacle));
    }
  }

  private void openLongSchedules(int first, String terms) throws IOException {
    ledger.open(ledger.token(), IntStream.range(first, first + Scale.LONG_SCHEDULES), terms);
  }

  private String slowDiskObstacle() throws IOException, SQLException {
    if (disk.isEmpty()) {
      return "no C compiler named cc";
    }
    if (!disk.get().isLoadedBy(ledger.postmaster())) {
      return "PostgreSQL did not load the library that slows it down";
    }
    String method = ledger.database().text("SELECT current_setting('wal_sync_method')");
    return method.equals("fdatasync") || method.equals("fsync") ? "" : "it syncs by " + method;
  }

  /** Whether the server has the batch endpoint, once that was found out. */
  boolean takesBatches() {
    return takesBatches;
  }

  private boolean probeBatches() throws IOException {
    List<Conversation> one = ledger.batches(1, 1, 1);
    return HttpLoad.run(ledger.ports(false), one, HttpLoad.UNTIL_DONE).acknowledged() == 1;
  }

  void warmUp(Duration duration) throws IOException, InterruptedException, SQLException {
    spread(MANY, REPEATED_PERCENT).take(duration);
    if (longSchedules) {
      among(Scale.BY_INSTALMENT).take(duration.dividedBy(SHARE_OF_WARM_UP));
      among(Scale.REAMORTIZED).take(duration.dividedBy(SHARE_OF_WARM_UP));
    }
    if (takesBatches) {
      batches().take(duration.dividedBy(SHARE_OF_WARM_UP));
    }
  }

  void measure(Set<Part> parts, Scale scale, Progress progress)
      throws IOException, InterruptedException, SQLException {
    List<Row> wanted = rows.stream().filter(row -> parts.stream().anyMatch(row::isFor)).toList();
    Row.takeTurns(wanted, scale, progress);
  }

  private Row.Turn spread(int connections, int repeatedPercent) {
    return duration -> post(ledger.spread(connections, repeatedPercent), duration);
  }

  private Row.Turn among(int first) {
    return duration -> post(ledger.among(SOME, first, Scale.LONG_SCHEDULES), duration);
  }

  private Row.Turn hotLoan() {
    return duration -> post(ledger.hot(SOME, Integer.MAX_VALUE), duration);
  }

  private Row.Turn batches() {
    return duration ->
        post(ledger.batches(BATCH_CONNECTIONS, BATCH_LINES, Integer.MAX_VALUE), duration);
  }

  private Reading post(List<Conversation> conversations, Duration duration)
      throws IOException, InterruptedException, SQLException {
    return ledger.observe(ledger.ports(false), conversations, duration);
  }

  private Row.Turn limit(String sql, int rows, int clients) {
    return duration -> {
      ledger.database().execute(LimitTable.EMPTY);
      return pgbench.run(sql, rows, clients, duration);
    };
  }

  private Row.Turn slowly(Row.Turn turn) {
    return duration -> {
      disk.orElseThrow().delay(DELAY);
      try {
        return turn.take(duration);
      } finally {
        disk.orElseThrow().delay(Duration.ZERO);
      }
    };
  }
}
