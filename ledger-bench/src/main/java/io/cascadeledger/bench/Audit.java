package io.cascadeledger.bench;

import io.cascadeledger.bench.database.Database;
import io.cascadeledger.bench.http.EventReader;
import io.cascadeledger.bench.process.LedgerCommand;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import io.cascadeledger.eventstore.seal.Sealer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What auditors do: read all events, check them, take them away, and make a ledger of them. */
final class Audit {

  /** Events in a second, to one reader. */
  private static final long READ_GOAL = 50_000;

  /** A million events within two minutes, in events a second. */
  private static final long VERIFY_GOAL = 8_334;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** The first reading warms up. */
  private static final int READINGS = 3;

  private static final String COPY = "restored";

  private final Ledger ledger;
  private final Path folder;
  private final LedgerCommand command;
  private long events;
  private Duration reading;
  private Duration verification;
  private Duration ofFile;
  private Duration export;
  private Duration restore;
  private Duration sealing;

  Audit(Ledger ledger, Path launcher, Path folder) {
    this.ledger = ledger;
    this.folder = folder;
    this.command = new LedgerCommand(launcher, folder.resolve("commands.log"));
  }

  void measure(long wanted, boolean batches, Progress progress)
      throws IOException, InterruptedException, SQLException {
    events = Filling.upTo(ledger, wanted, batches, progress);
    progress.say("Reading all events");
    for (int i = 0; i < READINGS; i++) {
      reading = EventReader.read(ledger.server().port(), ledger.token(), events);
    }
    Database database = ledger.database();
    String file = folder.resolve("events.gz").toString();
    progress.say("Verifying %,d events".formatted(events));
    verification = command.run(database, List.of("verify"));
    export = command.run(database, List.of("export-events", file));
    ofFile = command.run(database, List.of("verify", file));
    progress.say("Restoring them");
    database.execute("CREATE DATABASE " + COPY);
    Database copy = database.sibling(COPY);
    restore = command.run(copy, List.of("restore", file));
    progress.say("Sealing them anew");
    sealing = seal(copy);
    database.execute("DROP DATABASE " + COPY);
  }

  /** Seals a whole log as it is sealed beside posting, but all at once. */
  private static Duration seal(Database database) throws SQLException {
    database.execute("ALTER TABLE checkpoint DISABLE TRIGGER checkpoint_only_grows");
    database.execute("TRUNCATE checkpoint, sealed_tile");
    long last = database.number("SELECT max(position) FROM events");
    long start = System.nanoTime();
    new Sealer(
            new DriverManagerDataSource(
                database.address().jdbcUrl(),
                database.address().user(),
                database.address().password()),
            null,
            Clock.systemUTC(),
            () -> last,
            Duration.ofHours(1))
        .close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (database.number("SELECT max(tree_size) FROM checkpoint") != last) {
      throw new IllegalStateException("the copy was not sealed to its end");
    }
    return took;
  }

  void report(Report report) {
    report.value(
        "GET /v1/events, %,d events to one reader".formatted(events),
        "all in %,d ms".formatted(reading.toMillis()),
        Verdict.countAtLeast(READ_GOAL, rate(reading), "events/s"));
    report.value(
        "ledger verify of %,d events, with every read model made anew".formatted(events),
        "all in %,d ms".formatted(verification.toMillis()),
        Verdict.countAtLeast(VERIFY_GOAL, rate(verification), "events/s"));
    report.value("ledger export-events", each(export));
    report.value("ledger verify of the file", each(ofFile));
    report.value("ledger restore into an empty database", each(restore));
    report.value("sealing, one thread", each(sealing));
  }

  private long rate(Duration took) {
    return events * NANOS_PER_SECOND / Math.max(1, took.toNanos());
  }

  private String each(Duration took) {
    return "%,d events/s; all in %,d ms".formatted(rate(took), took.toMillis());
  }
}
