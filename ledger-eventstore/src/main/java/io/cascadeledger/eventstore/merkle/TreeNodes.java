package io.cascadeledger.eventstore.merkle;

/** The nodes of a tree that stand on a full number of leaves: they never change once they exist. */
@FunctionalInterface
public interface TreeNodes {

  /**
   * The hash of a node.
   *
   * @param height 0 for a leaf; a node stands on 2 to the power of this many leaves
   * @param index its place among the nodes of its height, from 0
   * @throws IllegalArgumentException if it is not there
   */
  byte[] hash(int height, long index);
}
