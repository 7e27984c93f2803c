package io.cascadeledger.eventstore.seal;

import io.cascadeledger.eventstore.merkle.MerkleHash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a checkpoint says, as text to be signed: a checkpoint of a transparency log (C2SP
 * tlog-checkpoint) in a signed note (C2SP signed-note), with the time as a further line.
 *
 * @param origin the log's name
 * @param treeSize how many events are in the tree
 * @param root the tree's root
 * @param signedAt when it was signed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record CheckpointNote(String origin, long treeSize, byte[] root, Instant signedAt) {

  private static final String SIGNATURE = "\u2014 ";
  private static final String TIME = "time ";
  private static final int LINES = 4;

  /** The text that is signed. */
  String text() {
    return "%s\n%d\n%s\n%s%s\n"
        .formatted(origin, treeSize, Base64.getEncoder().encodeToString(root), TIME, signedAt);
  }

  /** The text with its signature. */
  String signed(CheckpointKey key) {
    byte[] id = key.verifier(origin).id();
    byte[] signature = key.sign(text());
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return "%s\n%s%s %s\n"
        .formatted(text(), SIGNATURE, origin, Base64.getEncoder().encodeToString(both));
  }

  /**
   * Reads a signed note, whoever has signed it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static CheckpointNote parse(String note) {
    List<String> lines = note.lines().toList();
    if (lines.size() < LINES || !lines.get(3).startsWith(TIME)) {
      throw new IllegalArgumentException("this is not a checkpoint");
    }
    try {
      byte[] root = Base64.getDecoder().decode(lines.get(2));
      if (root.length != MerkleHash.BYTES) {
        throw new IllegalArgumentException("this is not a checkpoint");
      }
      return new CheckpointNote(
          lines.get(0),
          Long.parseLong(lines.get(1)),
          root,
          Instant.parse(lines.get(3).substring(TIME.length())));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("this is not a checkpoint", e);
    }
  }

  /** Whether a note is signed by the key, and says nothing but what was signed. */
  public static boolean isSignedBy(String note, CheckpointVerifier verifier) {
    int end = note.indexOf("\n\n");
    if (end < 0) {
      return false;
    }
    String text = note.substring(0, end + 1);
    String prefix = SIGNATURE + verifier.name() + " ";
    return note.substring(end + 2)
        .lines()
        .filter(line -> line.startsWith(prefix))
        .anyMatch(line -> isSignature(text, line.substring(prefix.length()), verifier));
  }

  private static boolean isSignature(String text, String base64, CheckpointVerifier verifier) {
    byte[] both;
    try {
      both = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return false;
    }
    byte[] id = verifier.id();
    return both.length > id.length
        && Arrays.equals(both, 0, id.length, id, 0, id.length)
        && verifier.verifies(text, Arrays.copyOfRange(both, id.length, both.length));
  }
}
