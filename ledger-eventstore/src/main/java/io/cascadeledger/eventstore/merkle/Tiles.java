package io.cascadeledger.eventstore.merkle;

import java.util.Arrays;

/**
 * The nodes of a tree, kept in tiles. A tile holds the hashes of 256 neighbouring nodes of one
 * height, of every eighth height; the nodes between are computed from them. A tile that is not full
 * is the beginning of what it will be, so what is written once never changes.
 */
public final class Tiles implements TreeNodes {

  /** How many heights lie between the tiles of one level and those of the next. */
  public static final int HEIGHTS = 8;

  /** How many hashes a tile has when it is full. */
  public static final int WIDTH = 1 << HEIGHTS;

  /** Where tiles are kept. */
  @FunctionalInterface
  public interface Store {

    /**
     * The hashes of a tile, as many as there are.
     *
     * @param level 0 for the tiles of leaves
     * @param index the tile's place in its level, from 0
     * @return the hashes one after the other, or null if there are none
     */
    byte[] tile(int level, long index);
  }

  private final Store store;

  /** The nodes that some tiles hold. */
  public Tiles(Store store) {
    this.store = store;
  }

  @Override
  public byte[] hash(int height, long index) {
    int level = height / HEIGHTS;
    int above = height % HEIGHTS;
    long first = index << above;
    byte[] tile = store.tile(level, first / WIDTH);
    int start = (int) (first % WIDTH) * MerkleHash.BYTES;
    int end = start + (1 << above) * MerkleHash.BYTES;
    if (tile == null || tile.length < end) {
      throw new IllegalArgumentException(
          "there is no node %d at height %d of the tree".formatted(index, height));
    }
    return root(tile, start, end);
  }

  /** The root of a full number of hashes that stand in a tile. */
  static byte[] root(byte[] tile, int start, int end) {
    if (end - start == MerkleHash.BYTES) {
      return Arrays.copyOfRange(tile, start, end);
    }
    int middle = (start + end) / 2;
    return MerkleHash.node(root(tile, start, middle), root(tile, middle, end));
  }
}
