package io.cascadeledger.eventstore.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Signs what is kept besides checkpoints, with the key of the checkpoints. Blocks. */
public final class LogSigner {

  private final DataSource dataSource;
  private final CheckpointKey own;
  private final Clock clock;

  /**
   * Signs for the log of a database.
   *
   * @param own the key that signs; null for the one that is kept in the database
   */
  public LogSigner(DataSource dataSource, CheckpointKey own, Clock clock) {
    this.dataSource = dataSource;
    this.own = own;
    this.clock = clock;
  }

  /**
   * What was signed.
   *
   * @param verifier the key that verifies it
   * @param note the signed note
   */
  public record Signed(String verifier, String note) {}

  /**
   * Signs what is to be said of a trial balance.
   *
   * @throws EventStoreException if the key cannot be had from the database
   */
  public Signed sign(TrialBalanceNote balance) {
    LogKey key = key();
    return new Signed(
        key.verifier().toString(), SignedNote.of(balance.text(), key.key(), key.origin()));
  }

  private LogKey key() {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        LogKey key = key(connection);
        connection.commit();
        return key;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventStoreException("the key of the log could not be read", e);
    }
  }

  private LogKey key(Connection connection) throws SQLException {
    SealTables tables = new SealTables(connection);
    Optional<LogKey> known = LogKey.known(tables, own);
    if (known.isPresent() && tables.verifiers().contains(known.get().verifier().toString())) {
      return known.get();
    }
    // Nothing was ever signed with it. Whoever seals would make a name and a key as well.
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(Sealing.LOCK));
    }
    return LogKey.ofOrNew(tables, own, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
