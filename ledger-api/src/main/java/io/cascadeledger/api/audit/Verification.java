package io.cascadeledger.api.audit;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.audit.DatabaseLog;
import io.cascadeledger.eventstore.audit.EventFileReader;
import io.cascadeledger.eventstore.audit.Findings;
import io.cascadeledger.eventstore.audit.Mismatch;
import io.cascadeledger.eventstore.audit.SealCheck;
import io.cascadeledger.eventstore.audit.SnapshotCheck;
import io.cascadeledger.eventstore.audit.TreeCheck;
import io.cascadeledger.eventstore.merkle.Tiles;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.SealTables;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.debtor.DebtorProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks a ledger without its server: the events, the seal upon them, and all that was derived from
 * them. What it needs is read in one transaction, so a server may go on posting meanwhile.
 */
public final class Verification {

  private static final List<Function<JdbcTemplate, Projection>> PROJECTIONS =
      List.of(
          JournalProjection::new,
          BalanceProjection::new,
          LoanProjection::new,
          DebtorProjection::new);

  private final Findings findings = new Findings();
  private final List<CheckpointVerifier> keys;
  private final List<CheckpointNote> kept;
  private final AuditProgress progress;

  /**
   * What was looked at, and what was found.
   *
   * @param events how many events there are
   * @param checkpoints how many checkpoints there are
   */
  public record Result(long events, long checkpoints, Findings findings) {}

  /**
   * A verification.
   *
   * @param keys the keys that may sign; if there are none, those that the ledger names
   * @param kept checkpoints that were kept elsewhere
   * @param progress is told how far it is
   */
  public Verification(
      List<CheckpointVerifier> keys, List<CheckpointNote> kept, AuditProgress progress) {
    this.keys = List.copyOf(keys);
    this.kept = List.copyOf(kept);
    this.progress = progress;
  }

  /** Every read model. */
  public static List<Function<JdbcTemplate, Projection>> projections() {
    return PROJECTIONS;
  }

  /** Checks a database. */
  public Result ofDatabase(DataSource dataSource) throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      String snapshot = snapshot(connection);
      long last = number(connection, "SELECT coalesce(max(position), 0) FROM events");
      SealTables tables = new SealTables(connection);
      Tiles.Store tiles = tables.tiles();
      List<Rebuild> rebuilds = new ArrayList<>();
      try (DatabaseLog log = new DatabaseLog(connection)) {
        for (Function<JdbcTemplate, Projection> projection : PROJECTIONS) {
          rebuilds.add(new Rebuild(dataSource, snapshot, projection, findings));
        }
        VolumeCheck volumes = new VolumeCheck(balancesPosition(rebuilds));
        LogVerification verification =
            log(tiles, tables.verifiers(), events -> derive(events, rebuilds, volumes));
        verification.run(log, position -> progress.done(position, last));
        rebuilds.forEach(rebuild -> rebuild.finish(last));
        TreeCheck.run(connection, tiles, findings);
        volumes.compare(connection, findings);
        return new Result(last, verification.checkpoints(), findings);
      } finally {
        for (Rebuild rebuild : rebuilds) {
          rebuild.close();
        }
        connection.rollback();
      }
    }
  }

  private LogVerification log(
      Tiles.Store tiles, List<String> verifiers, Consumer<List<RecordedEvent>> readable) {
    List<CheckpointVerifier> trusted = trusted(verifiers);
    return new LogVerification(
        findings,
        new SealCheck(findings, tiles, trusted),
        new SnapshotCheck(findings, trusted),
        kept,
        readable);
  }

  private static void derive(
      List<RecordedEvent> events, List<Rebuild> rebuilds, VolumeCheck volumes) {
    rebuilds.forEach(rebuild -> rebuild.add(events));
    events.forEach(volumes::add);
  }

  private static long balancesPosition(List<Rebuild> rebuilds) {
    return rebuilds.stream()
        .filter(rebuild -> rebuild.name().equals(BalanceProjection.NAME))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private static String snapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      try (var row = statement.executeQuery("SELECT pg_export_snapshot()")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Checks a file of events by itself. */
  public Result ofFile(Path path, long bytes) throws IOException, SQLException {
    try (EventFileReader file = new EventFileReader(path)) {
      LogVerification verification = log(null, file.verifiers(), _ -> {});
      long last = 0;
      try {
        last = verification.run(file, _ -> progress.done(file.bytesRead(), bytes));
        if (file.events() != last) {
          findings.add(
              Mismatch.FILE_DAMAGED, "it says that it has %d events".formatted(file.events()));
        }
      } catch (IOException e) {
        findings.add(Mismatch.FILE_DAMAGED, e.getMessage());
      }
      return new Result(last, verification.checkpoints(), findings);
    }
  }

  private List<CheckpointVerifier> trusted(List<String> named) {
    if (!keys.isEmpty()) {
      return keys;
    }
    List<CheckpointVerifier> all = new ArrayList<>();
    for (String text : named) {
      try {
        all.add(CheckpointVerifier.parse(text));
      } catch (IllegalArgumentException e) {
        findings.add(Mismatch.CHECKPOINT_UNSIGNED, "the key is none: " + text);
      }
    }
    return all;
  }
}
