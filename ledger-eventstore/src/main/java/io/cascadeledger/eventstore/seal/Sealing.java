package io.cascadeledger.eventstore.seal;

import io.cascadeledger.eventstore.merkle.GrowingTiles;
import io.cascadeledger.eventstore.merkle.MerkleTree;
import io.cascadeledger.eventstore.merkle.Tiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Adds to the tree the events that are new, and signs a checkpoint of it. One node at a time does
 * so, whichever comes first; the tree is never made to differ from what was signed before.
 */
final class Sealing {

  /** The advisory lock of whoever seals: "ledgseal" in ASCII. */
  static final long LOCK = 0x6c6564677365616cL;

  /** How many events one transaction seals at most. */
  static final int MOST_EVENTS = 20_000;

  private final DataSource dataSource;
  private final CheckpointKey own;
  private final Clock clock;

  /**
   * Seals a log.
   *
   * @param own the key that signs; null for one that is kept in the database
   */
  Sealing(DataSource dataSource, CheckpointKey own, Clock clock) {
    this.dataSource = dataSource;
    this.own = own;
    this.clock = clock;
  }

  /**
   * Seals what is new, at most as much as one transaction takes.
   *
   * @return the last checkpoint; null if another node is at work, or there is nothing to seal
   * @throws IllegalStateException if the tree, or the log, is not what was sealed before
   */
  Checkpoint seal() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Checkpoint sealed = isFirst(connection) ? seal(connection) : null;
        connection.commit();
        return sealed;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean isFirst(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pg_try_advisory_xact_lock(%d)".formatted(LOCK))) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Checkpoint seal(Connection connection) throws SQLException {
    SealTables tables = new SealTables(connection);
    Optional<Checkpoint> last = tables.latest();
    long size = last.map(Checkpoint::treeSize).orElse(0L);
    GrowingTiles tiles = new GrowingTiles(tables.tiles(), size);
    if (last.isPresent()) {
      requireAsSigned(tables, last.get());
    }
    addNew(connection, tiles);
    if (tiles.size() == size) {
      return last.orElse(null);
    }
    byte[] root = new MerkleTree(new Tiles(tiles.all())).root(tiles.size());
    tables.put(tiles.changed());
    Checkpoint checkpoint = sign(tables, tiles.size(), root);
    tables.put(checkpoint);
    return checkpoint;
  }

  private static void requireAsSigned(SealTables tables, Checkpoint last) {
    byte[] root = new MerkleTree(new Tiles(tables.tiles())).root(last.treeSize());
    if (!Arrays.equals(root, last.root())) {
      throw new IllegalStateException(
          "the sealed tree is not that of the checkpoint of %d events; run ledger verify"
              .formatted(last.treeSize()));
    }
  }

  private static void addNew(Connection connection, GrowingTiles tiles) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT position, hash FROM events WHERE position > ? ORDER BY position LIMIT ?")) {
      statement.setLong(1, tiles.size());
      statement.setInt(2, MOST_EVENTS);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (row.getLong(1) != tiles.size() + 1) {
            throw new IllegalStateException(
                "there is no event at position %d; run ledger verify".formatted(tiles.size() + 1));
          }
          tiles.add(row.getBytes(2));
        }
      }
    }
  }

  private Checkpoint sign(SealTables tables, long size, byte[] root) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LogKey key = LogKey.ofOrNew(tables, own, now);
    String note = new CheckpointNote(key.origin(), size, root, now).signed(key.key());
    return new Checkpoint(size, root, now, key.verifier().toString(), note);
  }
}
