package io.cascadeledger.bench;

import io.cascadeledger.bench.database.Database;
import io.cascadeledger.bench.database.PastBook;
import io.cascadeledger.bench.http.TimedReads;
import io.cascadeledger.bench.process.AccessToken;
import io.cascadeledger.bench.process.BenchServer;
import io.cascadeledger.bench.report.Readings;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Balances, trial balances and statements of any day, as they were known at any time, of books of
 * many lines. The books are in a database of their own, beside that of the load.
 */
final class Past {

  private static final String DATABASE = "past";
  private static final long SEED = 20_261_122;
  private static final int SECONDS_OF_DAY = 86_400;

  /** What is known of a day is asked this many days later at most. */
  private static final int DAYS_UNTIL_ASKED = 30;

  private static final int CHECKS = 3;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** In milliseconds. */
  private static final String GOAL = "100";

  private static final List<String> ACCOUNTS = List.of("1000", "1100", "1200", "4100");
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP");

  private final Ledger ledger;
  private final Path launcher;
  private final Path folder;
  private final Random random = new Random(SEED);
  private final List<Measured> books = new ArrayList<>();

  /**
   * A book that was measured.
   *
   * @param lines how many it has
   * @param lineByLine how long its lines take to be added up by SQL, in nanoseconds, the middle one
   */
  private record Measured(long lines, List<Row> rows, long lineByLine) {}

  /**
   * What is read of a book.
   *
   * @param times how often in each turn
   */
  private record Asked(PastBook book, long lines, TimedReads reader, int times) {

    /** Its turns are so many reads, however long they take. */
    private Row row(String what, Function<PastBook, String> path) {
      return new Row(
          "%s, %,d lines".formatted(what, lines),
          Set.of(Part.PAST),
          _ -> reader.take(times, () -> path.apply(book)));
    }
  }

  Past(Ledger ledger, Path launcher, Path folder) {
    this.ledger = ledger;
    this.launcher = launcher;
    this.folder = folder;
  }

  void measure(Scale scale, Progress progress)
      throws IOException, InterruptedException, SQLException {
    ledger.database().execute("CREATE DATABASE " + DATABASE);
    Database database = ledger.database().sibling(DATABASE);
    List<TimedReads> readers = new ArrayList<>();
    try (BenchServer server =
        BenchServer.on(launcher, database, Files.createDirectories(folder.resolve(DATABASE)))) {
      server.awaitReady();
      for (long lines : scale.pastLines()) {
        progress.say("Writing a book of %,d lines".formatted(lines));
        PastBook book = PastBook.ofLines("bench-past-" + lines, books.size(), lines);
        book.write(database);
        TimedReads reader =
            new TimedReads(server.port(), AccessToken.create(server, database, book.tenant()));
        readers.add(reader);
        progress.say("Holding it against the sum of its lines");
        long lineByLine = check(book, database, reader);
        List<Row> rows = rows(new Asked(book, lines, reader, scale.pastReads()));
        books.add(new Measured(book.lines(database), rows, lineByLine));
      }
      List<Row> all = books.stream().flatMap(it -> it.rows.stream()).toList();
      progress.say("Warming up");
      for (Row row : all) {
        row.warmUp(scale.round());
      }
      Row.takeTurns(all, scale, progress);
    } finally {
      readers.forEach(TimedReads::close);
    }
    ledger.database().execute("DROP DATABASE " + DATABASE);
  }

  /** What the server says must be what the lines add up to: of all, and of some days and times. */
  private long check(PastBook book, Database database, TimedReads reader)
      throws IOException, InterruptedException, SQLException {
    List<Long> took = new ArrayList<>();
    LocalDate asOf = PastBook.lastDay();
    Instant knownAt = null;
    for (int i = 0; i <= CHECKS; i++) {
      long start = System.nanoTime();
      Map<String, String> expected = book.summedUp(database, asOf, knownAt);
      took.add(System.nanoTime() - start);
      String path =
          "/v1/trial-balance?as_of_date=" + asOf + (knownAt == null ? "" : "&known_at=" + knownAt);
      if (!booked(reader.read(path)).equals(expected)) {
        throw new IOException("the server does not answer what the lines add up to: " + path);
      }
      asOf = anyDay();
      // Also before the day: by then nothing of it was known.
      knownAt = anyTime(asOf.minusDays(i == 0 ? DAYS_UNTIL_ASKED : 0));
    }
    return Readings.median(took.stream().mapToLong(Long::longValue));
  }

  private static Map<String, String> booked(String answer) {
    Map<String, String> booked = new TreeMap<>();
    for (JsonNode line : JsonMapper.shared().readTree(answer).path("lines")) {
      String totals =
          line.path("dr_balance_minor").asString() + " " + line.path("cr_balance_minor").asString();
      if (!totals.equals("0 0")) {
        booked.put(
            line.path("account_code").asString() + " " + line.path("currency").asString(), totals);
      }
    }
    return booked;
  }

  private List<Row> rows(Asked asked) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(ofThreeKinds(asked, "account", this::anyAccount));
    rows.addAll(ofThreeKinds(asked, "trial balance", () -> "/v1/trial-balance?"));
    rows.add(asked.row("statement of a loan's month, as known at a time", this::anyStatement));
    return rows;
  }

  /** As of a day, as known at a time, and both. */
  private List<Row> ofThreeKinds(Asked asked, String what, Supplier<String> path) {
    return List.of(
        asked.row(what + " as of a day", _ -> path.get() + asOf(anyDay())),
        asked.row(what + " as known at a time", _ -> path.get() + knownAt(anyDay())),
        asked.row(
            what + " as of a day, as known at a time",
            _ -> {
              LocalDate day = anyDay();
              return path.get() + asOf(day) + "&" + knownAt(day);
            }));
  }

  private String anyAccount() {
    return "/v1/accounts/%s/balance?currency=%s&"
        .formatted(
            ACCOUNTS.get(random.nextInt(ACCOUNTS.size())),
            CURRENCIES.get(random.nextInt(CURRENCIES.size())));
  }

  private String anyStatement(PastBook book) {
    LocalDate to = anyDay();
    return "/v1/loans/%s/statement?from=%s&to=%s&%s"
        .formatted(book.loan(random.nextInt(book.loans())), to.minusDays(30), to, knownAt(to));
  }

  private LocalDate anyDay() {
    return PastBook.FIRST_DAY.plusDays(random.nextInt(PastBook.DAYS));
  }

  /** On a day or within a month after it. */
  private Instant anyTime(LocalDate day) {
    return day.plusDays(random.nextInt(DAYS_UNTIL_ASKED))
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .plusSeconds(random.nextInt(SECONDS_OF_DAY));
  }

  private static String asOf(LocalDate day) {
    return "as_of_date=" + day;
  }

  private String knownAt(LocalDate day) {
    return "known_at=" + anyTime(day);
  }

  void report(Report report) {
    Measured few = books.getFirst();
    report(report, few, List.of());
    books.stream().skip(1).forEach(many -> report(report, many, few.rows));
  }

  /**
   * Puts a book into the tables.
   *
   * @param ofFew the same rows of the book of few lines; none if this is that one
   */
  private static void report(Report report, Measured book, List<Row> ofFew) {
    for (int i = 0; i < book.rows.size(); i++) {
      Row row = book.rows.get(i);
      Verdict goal = Verdict.atMost(GOAL, row.quantile(990), NANOS_PER_MILLI, "ms p99");
      if (ofFew.isEmpty()) {
        row.report(report, goal);
      } else {
        row.report(
            report,
            goal,
            Verdict.of(row.quantile(500), ofFew.get(i).quantile(500), "x p50 of the few lines"));
      }
    }
    report.value(
        "trial balance of %,d lines, added up line by line in SQL".formatted(book.lines),
        Report.millis(book.lineByLine) + " ms");
  }
}
