package io.cascadeledger.eventstore.seal;

import io.cascadeledger.stream.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** The public half of a key that signs checkpoints, with the name under which it signs. */
public final class CheckpointVerifier {

  static final int KEY_BYTES = 32;

  private static final int ID_BYTES = 4;
  private static final byte ED25519 = 1;

  /** What stands in front of the key in its encoding, as RFC 8410 has it. */
  private static final byte[] X509 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private final String name;
  private final byte[] key;

  CheckpointVerifier(String name, byte[] key) {
    if (key.length != KEY_BYTES || name.isEmpty() || name.contains("+") || name.contains(" ")) {
      throw new IllegalArgumentException("this verifies no checkpoints");
    }
    this.name = name;
    this.key = key.clone();
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static CheckpointVerifier parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("not a verifier of checkpoints: " + text);
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    CheckpointVerifier verifier =
        new CheckpointVerifier(
            parts[0], Arrays.copyOfRange(typed, Math.min(1, typed.length), typed.length));
    if (!verifier.toString().equals(text)) {
      throw new IllegalArgumentException("not a verifier of checkpoints: " + text);
    }
    return verifier;
  }

  /** The name under which the key signs: the log's. */
  String name() {
    return name;
  }

  /** The first bytes of a hash of name and key, by which a signature says whose it is. */
  byte[] id() {
    MessageDigest digest = Sha256.digest();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(key), ID_BYTES);
  }

  boolean verifies(String text, byte[] signature) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
    System.arraycopy(key, 0, encoded, X509.length, KEY_BYTES);
    try {
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(publicKey);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature of another form is none of this key
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckpointVerifier it
        && it.name.equals(name)
        && Arrays.equals(it.key, key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(key));
  }

  /** As signed notes write it: the name, the identifier in hexadecimal digits, and the key. */
  @Override
  public String toString() {
    byte[] typed = new byte[1 + KEY_BYTES];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, KEY_BYTES);
    return "%s+%s+%s"
        .formatted(name, HexFormat.of().formatHex(id()), Base64.getEncoder().encodeToString(typed));
  }
}
