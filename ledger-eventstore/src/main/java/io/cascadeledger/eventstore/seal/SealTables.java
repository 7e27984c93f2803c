package io.cascadeledger.eventstore.seal;

import io.cascadeledger.eventstore.merkle.GrowingTiles.Place;
import io.cascadeledger.eventstore.merkle.Tiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The tables of the seal, over one connection. */
public final class SealTables {

  private static final String CHECKPOINT =
      "SELECT tree_size, root, signed_at, verifier, note FROM checkpoint ";

  private final Connection connection;

  /** The tables, in whatever transaction the connection is. */
  public SealTables(Connection connection) {
    this.connection = connection;
  }

  /** The tiles of the tree. */
  public Tiles.Store tiles() {
    return (level, index) -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT hashes FROM sealed_tile WHERE level = ? AND index = ?")) {
        statement.setInt(1, level);
        statement.setLong(2, index);
        try (ResultSet row = statement.executeQuery()) {
          return row.next() ? row.getBytes(1) : null;
        }
      } catch (SQLException e) {
        throw new EventStoreException("the sealed tree could not be read", e);
      }
    };
  }

  /** Keeps tiles, as they are now. */
  public void put(Map<Place, byte[]> tiles) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO sealed_tile (level, index, hashes) VALUES (?, ?, ?)
            ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes
            """)) {
      for (Map.Entry<Place, byte[]> tile : tiles.entrySet()) {
        statement.setInt(1, tile.getKey().level());
        statement.setLong(2, tile.getKey().index());
        statement.setBytes(3, tile.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The last checkpoint, if there is one. */
  public Optional<Checkpoint> latest() throws SQLException {
    return read(CHECKPOINT + "ORDER BY tree_size DESC LIMIT 1").stream().findFirst();
  }

  /** The checkpoint of a size, if there is one. */
  Optional<Checkpoint> of(long treeSize) throws SQLException {
    return read(CHECKPOINT + "WHERE tree_size = ?", treeSize).stream().findFirst();
  }

  /** The first checkpoint that covers a position, if there is one. */
  Optional<Checkpoint> covering(long position) throws SQLException {
    return read(CHECKPOINT + "WHERE tree_size >= ? ORDER BY tree_size LIMIT 1", position).stream()
        .findFirst();
  }

  /** Checkpoints before one, the newest first. */
  List<Checkpoint> before(long treeSize, int limit) throws SQLException {
    return read(
        CHECKPOINT + "WHERE tree_size < ? ORDER BY tree_size DESC LIMIT ?", treeSize, limit);
  }

  /** Checkpoints behind one, in their order. */
  public List<Checkpoint> after(long treeSize, int limit) throws SQLException {
    return read(CHECKPOINT + "WHERE tree_size > ? ORDER BY tree_size LIMIT ?", treeSize, limit);
  }

  private List<Checkpoint> read(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Checkpoint> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Checkpoint(
                  row.getLong(1),
                  row.getBytes(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getString(4),
                  row.getString(5)));
        }
      }
      return found;
    }
  }

  /** Keeps a checkpoint. */
  public void put(Checkpoint checkpoint) throws SQLException {
    update(
        "INSERT INTO checkpoint (tree_size, root, signed_at, verifier, note) VALUES (?, ?, ?, ?, ?)",
        checkpoint.treeSize(),
        checkpoint.root(),
        checkpoint.signedAt().atOffset(ZoneOffset.UTC),
        checkpoint.verifier(),
        checkpoint.note());
  }

  /** The log's name; empty before the first checkpoint. */
  public Optional<String> origin() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT origin FROM sealed_log");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /** Gives the log its name, which it keeps. */
  public void name(String origin) throws SQLException {
    update("INSERT INTO sealed_log (origin) VALUES (?)", origin);
  }

  /** The log's name, made if there is none. */
  String originOrNew() throws SQLException {
    Optional<String> known = origin();
    if (known.isEmpty()) {
      name("cascade-ledger/" + UUID.randomUUID());
    }
    return known.isPresent() ? known.get() : origin().orElseThrow();
  }

  /** The newest key that is kept here; empty if there is none. */
  Optional<CheckpointKey> key() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT seed FROM checkpoint_key WHERE seed IS NOT NULL"
                    + " ORDER BY created_at DESC LIMIT 1");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(CheckpointKey.of(row.getBytes(1))) : Optional.empty();
    }
  }

  /**
   * Keeps a key, unless it is known.
   *
   * @param seed its private part; null to keep only what verifies
   */
  public void put(CheckpointVerifier verifier, byte[] seed, Instant now) throws SQLException {
    update(
        """
        INSERT INTO checkpoint_key (verifier, seed, created_at) VALUES (?, ?, ?)
        ON CONFLICT (verifier) DO NOTHING
        """,
        verifier.toString(),
        seed,
        now.atOffset(ZoneOffset.UTC));
  }

  /** The keys that have signed, the oldest first. */
  public List<String> verifiers() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT verifier FROM checkpoint_key ORDER BY created_at");
        ResultSet row = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof byte[] bytes) {
          statement.setBytes(i + 1, bytes);
        } else if (values[i] == null) {
          statement.setBytes(i + 1, null);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      statement.executeUpdate();
    }
  }
}
