package io.cascadeledger.bench;

import io.cascadeledger.bench.database.Books;
import io.cascadeledger.bench.database.LagSampler;
import io.cascadeledger.bench.process.Machine;
import io.cascadeledger.bench.process.Memory;
import io.cascadeledger.bench.process.SlowDisk;
import io.cascadeledger.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One run: everything that is measured, in order. */
final class Bench {

  private static final int FAULTS_SHOWN = 10;

  private final BenchOptions options;
  private final Path folder;
  private final Progress progress;
  private final Set<Part> parts;
  private final Scale scale;

  Bench(BenchOptions options, Path folder, Progress progress) {
    this.options = options;
    this.folder = folder;
    this.progress = progress;
    this.parts = options.parts();
    this.scale = options.scale();
  }

  /**
   * What a run leaves behind.
   *
   * @param table the report
   * @param sound whether the books were sound afterwards
   */
  record Outcome(String table, boolean sound) {}

  Outcome run() throws IOException, InterruptedException, SQLException {
    Optional<SlowDisk> disk =
        parts.contains(Part.SLOW_DISK) ? SlowDisk.compile(folder) : Optional.empty();
    try (Ledger ledger =
        new Ledger(options.launcher(), folder.resolve("data"), environment(disk))) {
      progress.say("Starting the server");
      ledger.start();
      ledger.awaitReady();
      Report report = new Report(options.command(), describe(ledger));
      progress.say("Opening %,d loans".formatted(Scale.LOANS));
      ledger.openLoans();
      try {
        return measure(ledger, report, disk);
      } catch (IOException | SQLException | RuntimeException e) {
        progress.say("Failed. Measured so far:\n" + report);
        throw e;
      }
    }
  }

  private Map<String, String> environment(Optional<SlowDisk> disk) {
    Map<String, String> environment =
        new HashMap<>(disk.map(SlowDisk::environment).orElse(Map.of()));
    if (parts.contains(Part.MATCHING)) {
      environment.putAll(Matching.UNLIMITED);
    }
    return environment;
  }

  private Outcome measure(Ledger ledger, Report report, Optional<SlowDisk> disk)
      throws IOException, InterruptedException, SQLException {
    Posting posting = posting(ledger, report, disk);
    twoServers(ledger, report);
    memory(ledger, report);
    audit(ledger, report, posting.takesBatches());
    restart(ledger, report);
    boolean equal = replay(ledger, report, posting.takesBatches());
    // Last, because their events would be as many to read and rebuild again as all the rest.
    matching(ledger, report);
    endOfDay(ledger, report);
    past(ledger, report);
    return new Outcome(report.toString(), books(ledger, report) && equal);
  }

  private static String describe(Ledger ledger) throws IOException, SQLException {
    return Machine.describe(
        ledger
            .database()
            .text(
                "SELECT format('PostgreSQL %s with fsync %s, synchronous_commit %s,"
                    + " wal_sync_method %s', current_setting('server_version'),"
                    + " current_setting('fsync'), current_setting('synchronous_commit'),"
                    + " current_setting('wal_sync_method'))"));
  }

  private Posting posting(Ledger ledger, Report report, Optional<SlowDisk> disk)
      throws IOException, InterruptedException, SQLException {
    Posting posting = new Posting(ledger, folder, disk);
    posting.prepare(parts, options.pgledger(), folder);
    // The past has a server of its own.
    if (parts.stream().anyMatch(part -> part != Part.PAST)) {
      progress.say("Warming up for %d s".formatted(scale.warmUp().toSeconds()));
      posting.warmUp(scale.warmUp());
    }
    posting.measure(parts, scale, progress);
    PostingTable.write(posting, report);
    return posting;
  }

  private void matching(Ledger ledger, Report report)
      throws IOException, InterruptedException, SQLException {
    if (parts.contains(Part.MATCHING)) {
      Matching matching = new Matching(ledger, scale);
      matching.measure(scale, progress);
      matching.report(report);
    }
  }

  private void endOfDay(Ledger ledger, Report report)
      throws IOException, InterruptedException, SQLException {
    if (parts.contains(Part.END_OF_DAY)) {
      EndOfDay ends = new EndOfDay(ledger);
      ends.measure(scale.books(), progress);
      ends.report(report);
    }
  }

  private void past(Ledger ledger, Report report)
      throws IOException, InterruptedException, SQLException {
    if (parts.contains(Part.PAST)) {
      Past past = new Past(ledger, options.launcher(), folder);
      past.measure(scale, progress);
      past.report(report);
    }
  }

  private void twoServers(Ledger ledger, Report report)
      throws IOException, InterruptedException, SQLException {
    if (parts.contains(Part.TWO_SERVERS)) {
      TwoServers two = new TwoServers(ledger);
      two.measure(scale, progress);
      two.report(report);
    }
  }

  private void memory(Ledger ledger, Report report) throws IOException, InterruptedException {
    if (parts.contains(Part.MEMORY)) {
      progress.say("Looking at the memory");
      Memory memory = Memory.of(ledger.server().pid());
      report.value(
          "memory of the server after the load, -Xmx1g",
          "%d MiB resident, %d at most; heap %d MiB in use, %d after a collection"
              .formatted(memory.resident(), memory.peak(), memory.heap(), memory.live()));
    }
  }

  private void audit(Ledger ledger, Report report, boolean batches)
      throws IOException, InterruptedException, SQLException {
    if (parts.contains(Part.AUDIT)) {
      Audit audit = new Audit(ledger, options.launcher(), folder);
      audit.measure(scale.replayedEvents(), batches, progress);
      audit.report(report);
    }
  }

  private void restart(Ledger ledger, Report report)
      throws IOException, InterruptedException, SQLException {
    if (parts.contains(Part.RESTART)) {
      Restart restart = new Restart(ledger);
      restart.measure(progress);
      restart.report(report);
    }
  }

  private boolean replay(Ledger ledger, Report report, boolean batches)
      throws IOException, InterruptedException, SQLException {
    if (!parts.contains(Part.REPLAY)) {
      return true;
    }
    Replay replay = new Replay(ledger);
    replay.measure(scale.replayedEvents(), batches, progress);
    replay.report(report);
    return replay.isSound();
  }

  private boolean books(Ledger ledger, Report report)
      throws IOException, InterruptedException, SQLException {
    progress.say("Checking the books");
    try (LagSampler lag = new LagSampler(ledger.database())) {
      lag.end(Ledger.CATCH_UP_BOUND);
    }
    List<String> faults = new Books(ledger.database()).faults(ledger.keys());
    if (faults.isEmpty()) {
      report.sentence(
          "The books afterwards: debits equal credits, no gaps, and each of %,d acknowledged keys is there once, and no other."
              .formatted(ledger.keys().acknowledged()));
    } else {
      report.sentence(
          "THE BOOKS ARE NOT SOUND, %d faults: ".formatted(faults.size())
              + faults.stream().limit(FAULTS_SHOWN).collect(Collectors.joining("; ")));
    }
    return faults.isEmpty();
  }
}
