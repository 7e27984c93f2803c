package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.merkle.MerkleHash;
import io.cascadeledger.eventstore.merkle.Tiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Checks that the upper tiles of a sealed tree are those that the lower ones make. */
public final class TreeCheck {

  private TreeCheck() {}

  /** Checks all of them. */
  public static void run(Connection connection, Tiles.Store tiles, Findings findings)
      throws SQLException {
    Tiles nodes = new Tiles(tiles);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT level, index, hashes FROM sealed_tile WHERE level > 0"
                    + " ORDER BY level, index")) {
      while (row.next()) {
        check(nodes, row.getInt(1), row.getLong(2), row.getBytes(3), findings);
      }
    }
  }

  private static void check(Tiles nodes, int level, long index, byte[] hashes, Findings findings) {
    for (int i = 0; i < hashes.length / MerkleHash.BYTES; i++) {
      long node = index * Tiles.WIDTH + i;
      byte[] kept = Arrays.copyOfRange(hashes, i * MerkleHash.BYTES, (i + 1) * MerkleHash.BYTES);
      if (!Arrays.equals(kept, made(nodes, level, node))) {
        findings.add(
            Mismatch.TREE_MISMATCH, "level %d, tile %d, node %d".formatted(level, index, i));
      }
    }
  }

  /** The node as its two children make it. */
  private static byte[] made(Tiles nodes, int level, long node) {
    int below = level * Tiles.HEIGHTS - 1;
    try {
      return MerkleHash.node(nodes.hash(below, 2 * node), nodes.hash(below, 2 * node + 1));
    } catch (IllegalArgumentException e) {
      return new byte[0]; // the tile below lacks it
    }
  }
}
