package io.cascadeledger.eventstore.seal;

import io.cascadeledger.eventstore.merkle.MerkleTree;
import io.cascadeledger.eventstore.merkle.Tiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Checkpoints, and proofs out of the sealed tree. Blocks. */
public final class SealedLog {

  private final DataSource dataSource;

  /** The sealed log of a database. */
  public SealedLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The last checkpoint; empty if there is none yet. */
  public Optional<Checkpoint> latest() {
    return with(SealTables::latest);
  }

  /** The checkpoint of a size. */
  public Optional<Checkpoint> of(long treeSize) {
    return with(tables -> tables.of(treeSize));
  }

  /** The first checkpoint that covers an event. */
  public Optional<Checkpoint> covering(long position) {
    return with(tables -> tables.covering(position));
  }

  /**
   * Checkpoints, the newest first.
   *
   * @param treeSize only those of smaller trees
   */
  public List<Checkpoint> before(long treeSize, int limit) {
    return with(tables -> tables.before(treeSize, limit));
  }

  /**
   * What leads from an event to the root of a checkpoint, as RFC 9162 has it.
   *
   * @param position the event's position, not behind the tree
   * @param treeSize the checkpoint's
   */
  public List<byte[]> inclusion(long position, long treeSize) {
    return with(tables -> tree(tables).inclusion(position - 1, treeSize));
  }

  /**
   * The hash that was sealed for an event.
   *
   * @param position the event's position, which a checkpoint covers
   */
  public byte[] leaf(long position) {
    return with(tables -> new Tiles(tables.tiles()).hash(0, position - 1));
  }

  /** What shows that one checkpoint's log is the beginning of another's, as RFC 9162 has it. */
  public List<byte[]> consistency(long from, long treeSize) {
    return with(tables -> tree(tables).consistency(from, treeSize));
  }

  /** A proof needs several nodes of the same few tiles. */
  private static MerkleTree tree(SealTables tables) {
    Map<String, byte[]> read = new HashMap<>();
    return new MerkleTree(
        new Tiles(
            (level, index) ->
                read.computeIfAbsent(level + "/" + index, _ -> tables.tiles().tile(level, index))));
  }

  @FunctionalInterface
  private interface Use<T> {
    T with(SealTables tables) throws SQLException;
  }

  private <T> T with(Use<T> use) {
    try (Connection connection = dataSource.getConnection()) {
      return use.with(new SealTables(connection));
    } catch (SQLException e) {
      throw new EventStoreException("the sealed log could not be read", e);
    }
  }
}
