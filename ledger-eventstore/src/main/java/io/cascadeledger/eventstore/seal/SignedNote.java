package io.cascadeledger.eventstore.seal;

import java.util.Arrays;
import java.util.Base64;

/** A text with signatures below it: a signed note (C2SP signed-note). */
public final class SignedNote {

  private static final String SIGNATURE = "\u2014 ";

  private SignedNote() {}

  /**
   * Signs a text.
   *
   * @param text lines, each of which ends with a line feed
   * @param name the name under which the key signs: the log's
   */
  static String of(String text, CheckpointKey key, String name) {
    byte[] id = key.verifier(name).id();
    byte[] signature = key.sign(text);
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return "%s\n%s%s %s\n"
        .formatted(text, SIGNATURE, name, Base64.getEncoder().encodeToString(both));
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
