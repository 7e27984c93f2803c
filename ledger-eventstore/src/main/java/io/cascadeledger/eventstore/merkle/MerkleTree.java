package io.cascadeledger.eventstore.merkle;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of a tree, as section 2.1 of RFC 9162 defines them, out of its full nodes. */
public final class MerkleTree {

  private final TreeNodes nodes;

  /** The tree of some nodes. Any size that they reach can be asked for. */
  public MerkleTree(TreeNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * The root of the first leaves.
   *
   * @param size how many leaves, 0 or more
   */
  public byte[] root(long size) {
    return size == 0 ? MerkleHash.empty() : hash(0, size);
  }

  /**
   * The path that leads from a leaf to the root.
   *
   * @param leaf the leaf's index, from 0
   * @param size of the tree whose root it is
   */
  public List<byte[]> inclusion(long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("leaf %d of a tree of %d".formatted(leaf, size));
    }
    List<byte[]> path = new ArrayList<>();
    inclusion(leaf, 0, size, path);
    return path;
  }

  private void inclusion(long leaf, long start, long end, List<byte[]> path) {
    if (end - start == 1) {
      return;
    }
    long middle = start + largestPowerBelow(end - start);
    if (leaf < middle) {
      inclusion(leaf, start, middle, path);
      path.add(hash(middle, end));
    } else {
      inclusion(leaf, middle, end, path);
      path.add(hash(start, middle));
    }
  }

  /**
   * What shows that a tree begins with all leaves of an earlier one.
   *
   * @param earlier the size of the earlier one, above 0
   * @param size the size of the later one
   */
  public List<byte[]> consistency(long earlier, long size) {
    if (earlier < 1 || earlier > size) {
      throw new IllegalArgumentException("from a tree of %d to one of %d".formatted(earlier, size));
    }
    List<byte[]> proof = new ArrayList<>();
    consistency(earlier, 0, size, true, proof);
    return proof;
  }

  private void consistency(long earlier, long start, long end, boolean known, List<byte[]> proof) {
    if (earlier == end) {
      if (!known) {
        proof.add(hash(start, end));
      }
      return;
    }
    long middle = start + largestPowerBelow(end - start);
    if (earlier <= middle) {
      consistency(earlier, start, middle, known, proof);
      proof.add(hash(middle, end));
    } else {
      consistency(earlier, middle, end, false, proof);
      proof.add(hash(start, middle));
    }
  }

  /** The root of the leaves from one to before another, which is never empty. */
  private byte[] hash(long start, long end) {
    long size = end - start;
    if (Long.bitCount(size) == 1) {
      int height = Long.numberOfTrailingZeros(size);
      return nodes.hash(height, start >> height);
    }
    long middle = start + largestPowerBelow(size);
    return MerkleHash.node(hash(start, middle), hash(middle, end));
  }

  /** The largest power of two below a number above 1. */
  private static long largestPowerBelow(long number) {
    return Long.highestOneBit(number - 1);
  }
}
