package io.cascadeledger.eventstore.merkle;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree to which leaves are added one by one; it remembers a hash for each height. */
public final class GrowingRoot {

  /** The full nodes that the leaves make so far, the highest first. */
  private final List<byte[]> nodes = new ArrayList<>();

  private long size;

  /** Adds the hash of a leaf. */
  public void add(byte[] leafHash) {
    byte[] hash = leafHash;
    for (long left = size; (left & 1) == 1; left >>= 1) {
      hash = MerkleHash.node(nodes.removeLast(), hash);
    }
    nodes.add(hash);
    size++;
  }

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /** The root of all leaves so far. */
  public byte[] root() {
    if (nodes.isEmpty()) {
      return MerkleHash.empty();
    }
    byte[] root = nodes.getLast();
    for (int i = nodes.size() - 2; i >= 0; i--) {
      root = MerkleHash.node(nodes.get(i), root);
    }
    return root;
  }
}
