package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.EventCopy;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.merkle.GrowingTiles;
import io.cascadeledger.eventstore.merkle.MerkleTree;
import io.cascadeledger.eventstore.merkle.Tiles;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.SealTables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Fills an empty database from a file of events: with all of it or, if it is not sound, nothing.
 */
public final class Restore {

  private final EventCopy events;
  private final SealTables tables;
  private GrowingTiles tiles;

  private Restore(Connection connection, EventCopy events) {
    this.events = events;
    this.tables = new SealTables(connection);
    this.tiles = new GrowingTiles(tables.tiles(), 0);
  }

  /**
   * Restores a file.
   *
   * @param connection in a transaction, which the caller commits
   * @param progress is told of the last position that was stored, now and then
   * @return how many events were restored
   * @throws IOException if the file cannot be read, or is not sound
   * @throws IllegalStateException if there are events in the database
   */
  public static long run(Connection connection, EventFileReader file, LongConsumer progress)
      throws SQLException, IOException {
    try (EventCopy events = new EventCopy(connection)) {
      Restore restore = new Restore(connection, events);
      restore.nameLog(file);
      for (LogSource.Part part = file.next(); part != null; part = file.next()) {
        restore.add(part.events());
        for (Checkpoint checkpoint : part.checkpoints()) {
          restore.add(checkpoint);
        }
        progress.accept(restore.tiles.size());
      }
      restore.finish(file);
      return restore.tiles.size();
    }
  }

  private void nameLog(EventFileReader file) throws SQLException {
    if (file.origin().isPresent()) {
      tables.name(file.origin().get());
    }
    Instant made = Instant.EPOCH; // before any key that is made here
    for (String verifier : file.verifiers()) {
      tables.put(CheckpointVerifier.parse(verifier), null, made);
      made = made.plusSeconds(1);
    }
  }

  private void add(List<StoredEvent> next) throws SQLException, IOException {
    for (StoredEvent event : next) {
      if (event.position() != tiles.size() + 1) {
        throw new IOException("the file lacks position %d".formatted(tiles.size() + 1));
      }
      if (!Arrays.equals(event.computeHash(), event.hash())) {
        throw new IOException("the hash of position %d is another".formatted(event.position()));
      }
      tiles.add(event.hash());
    }
    events.add(next);
  }

  private void add(Checkpoint checkpoint) throws SQLException, IOException {
    boolean same =
        checkpoint.treeSize() == tiles.size() && Arrays.equals(checkpoint.root(), root());
    if (!same) {
      throw new IOException(
          "the checkpoint of %d events is not one of these".formatted(checkpoint.treeSize()));
    }
    tables.put(checkpoint);
    keep();
  }

  private byte[] root() {
    return new MerkleTree(new Tiles(tiles.all())).root(tiles.size());
  }

  /** Writes the tree as far as it is signed: the rest is sealed by the server. */
  private void keep() throws SQLException {
    tables.put(tiles.changed());
    tiles = new GrowingTiles(tables.tiles(), tiles.size());
  }

  private void finish(EventFileReader file) throws IOException {
    boolean whole =
        file.events() == tiles.size() && file.root().equals(HexFormat.of().formatHex(root()));
    if (!whole) {
      throw new IOException("the file's end is not that of its events");
    }
  }
}
