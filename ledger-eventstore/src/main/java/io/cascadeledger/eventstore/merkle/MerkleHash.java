package io.cascadeledger.eventstore.merkle;

import io.cascadeledger.stream.Sha256;
import java.security.MessageDigest;

/** The hashes of the tree: SHA-256, told apart by the first byte of what is hashed. */
public final class MerkleHash {

  /** How many bytes a hash has. */
  public static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleHash() {}

  /** The hash of a leaf. */
  public static byte[] leaf(byte[] data) {
    MessageDigest digest = Sha256.digest();
    digest.update(LEAF);
    return digest.digest(data);
  }

  /** The hash of a node above two others. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = Sha256.digest();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root of the tree without leaves. */
  public static byte[] empty() {
    return Sha256.digest().digest();
  }
}
