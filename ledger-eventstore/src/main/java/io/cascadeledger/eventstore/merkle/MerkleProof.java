package io.cascadeledger.eventstore.merkle;

import java.util.Arrays;
import java.util.List;

/** Verifies proofs, step by step as sections 2.1.3.2 and 2.1.4.2 of RFC 9162 say. */
public final class MerkleProof {

  private MerkleProof() {}

  /**
   * Whether a path leads from a leaf to a root.
   *
   * @param leafHash the leaf's hash
   * @param leaf its index
   * @param size of the tree
   */
  public static boolean includes(
      byte[] leafHash, long leaf, long size, List<byte[]> path, byte[] root) {
    if (leaf < 0 || leaf >= size) {
      return false;
    }
    long fn = leaf;
    long sn = size - 1;
    byte[] r = leafHash;
    for (byte[] p : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = MerkleHash.node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = MerkleHash.node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(r, root);
  }

  /**
   * Whether a tree begins with all leaves of an earlier one.
   *
   * @param first the size of the earlier one, above 0
   * @param second the size of the later one
   */
  public static boolean isConsistent(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first < 1 || first > second) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    // The earlier root is the first node, if it is a node of the later tree.
    int next = Long.bitCount(first) == 1 ? 0 : 1;
    if (proof.size() < next) {
      return false;
    }
    byte[] start = next == 0 ? firstRoot : proof.getFirst();
    return walk(
        first - 1, second - 1, start, proof.subList(next, proof.size()), firstRoot, secondRoot);
  }

  private static boolean walk(
      long first,
      long second,
      byte[] start,
      List<byte[]> proof,
      byte[] firstRoot,
      byte[] secondRoot) {
    long fn = first;
    long sn = second;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = start;
    byte[] sr = start;
    for (byte[] c : proof) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = MerkleHash.node(c, fr);
        sr = MerkleHash.node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = MerkleHash.node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
  }
}
