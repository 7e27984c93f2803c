package io.cascadeledger.eventstore.seal;

import io.cascadeledger.eventstore.merkle.MerkleHash;
import java.time.DateTimeException;
import java.time.Instant;
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

  private static final String TIME = "time ";
  private static final int LINES = 4;

  /** The text that is signed. */
  String text() {
    return "%s\n%d\n%s\n%s%s\n"
        .formatted(origin, treeSize, Base64.getEncoder().encodeToString(root), TIME, signedAt);
  }

  /** The text with its signature. */
  String signed(CheckpointKey key) {
    return SignedNote.of(text(), key, origin);
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
}
