package io.cascadeledger.api.request;

import io.cascadeledger.stream.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Digests a request so that two requests have the same digest exactly if they ask for the same.
 * Each text goes in after its length and each group after its size, so no two different sequences
 * can look alike. Fingerprints are kept as long as their events: never change this form.
 */
final class Fingerprint {

  private static final String FORM = "cascade-ledger/request/1";

  /** One that has the form and nothing else, to be copied: looking the algorithm up costs more. */
  private static final MessageDigest BEGUN = new Fingerprint(Sha256.digest()).add(FORM).digest;

  private final MessageDigest digest;
  private final byte[] number = new byte[Integer.BYTES];

  Fingerprint() {
    this(copyOfBegun());
  }

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  private static MessageDigest copyOfBegun() {
    try {
      return (MessageDigest) BEGUN.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 can be copied", e);
    }
  }

  Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
    return this;
  }

  Fingerprint add(int value) {
    number[0] = (byte) (value >>> 24);
    number[1] = (byte) (value >>> 16);
    number[2] = (byte) (value >>> 8);
    number[3] = (byte) value;
    digest.update(number);
    return this;
  }

  byte[] toBytes() {
    return digest.digest();
  }
}
