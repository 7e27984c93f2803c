package io.cascadeledger.eventstore.merkle;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Tiles to which leaves are added: it gives those that have changed, for somebody to keep. */
public final class GrowingTiles {

  private static final int TILE_BYTES = Tiles.WIDTH * MerkleHash.BYTES;

  private final Tiles.Store kept;
  private final Map<Place, byte[]> changed = new TreeMap<>();
  private long size;

  /**
   * Where a tile is.
   *
   * @param level 0 for the tiles of leaves
   * @param index its place in the level
   */
  public record Place(int level, long index) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      return level == other.level
          ? Long.compare(index, other.index)
          : Integer.compare(level, other.level);
    }
  }

  /**
   * Tiles that grow.
   *
   * @param kept the tiles that there are
   * @param size how many leaves are in them
   */
  public GrowingTiles(Tiles.Store kept, long size) {
    this.kept = kept;
    this.size = size;
  }

  /** Adds the hash of a leaf. */
  public void add(byte[] leafHash) {
    add(0, size, leafHash);
    size++;
  }

  private void add(int level, long index, byte[] hash) {
    Place place = new Place(level, index / Tiles.WIDTH);
    int start = (int) (index % Tiles.WIDTH) * MerkleHash.BYTES;
    byte[] tile = changed.get(place);
    if (tile == null) {
      // What stands behind the known leaves is none of the tree.
      tile = start == 0 ? new byte[0] : kept.tile(level, place.index());
      if (tile == null || tile.length < start) {
        throw new IllegalStateException(
            "tile %d of level %d is short".formatted(place.index(), level));
      }
    }
    tile = Arrays.copyOf(tile, start + MerkleHash.BYTES);
    System.arraycopy(hash, 0, tile, start, MerkleHash.BYTES);
    changed.put(place, tile);
    if (tile.length == TILE_BYTES) {
      add(level + 1, place.index(), Tiles.root(tile, 0, TILE_BYTES));
    }
  }

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /** The tiles that have changed or are new. */
  public Map<Place, byte[]> changed() {
    return changed;
  }

  /** All tiles, those that have changed as they are now. */
  public Tiles.Store all() {
    return (level, index) -> {
      byte[] tile = changed.get(new Place(level, index));
      return tile == null ? kept.tile(level, index) : tile;
    };
  }
}
