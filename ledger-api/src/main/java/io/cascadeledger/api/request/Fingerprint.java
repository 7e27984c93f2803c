package io.cascadeledger.api.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Digests a request so that two requests have the same digest exactly if they ask for the same.
 * Each text goes in after its length and each group after its size, so no two different sequences
 * can look alike. Fingerprints are kept as long as their events: never change this form.
 */
final class Fingerprint {

  private static final String FORM = "cascade-ledger/request/1";

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    add(FORM);
  }

  Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
    return this;
  }

  Fingerprint add(int number) {
    digest.update((byte) (number >>> 24));
    digest.update((byte) (number >>> 16));
    digest.update((byte) (number >>> 8));
    digest.update((byte) number);
    return this;
  }

  byte[] toBytes() {
    return digest.digest();
  }
}
