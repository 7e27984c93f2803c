package io.cascadeledger.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of 256 bits: AES-GCM with a random nonce for each message, and HMAC-SHA256 with a key that
 * is derived from this one.
 */
final class SecretKeyBytes {

  static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] FOR_DIGESTS = "digest".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;

  SecretKeyBytes(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a key has %d bytes, not %d".formatted(BYTES, key.length));
    }
    this.key = key.clone();
  }

  static SecretKeyBytes random() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new SecretKeyBytes(key);
  }

  byte[] bytes() {
    return key.clone();
  }

  /**
   * Seals a message.
   *
   * @param about what it is about; it must be the same to open it
   * @return nonce, ciphertext and tag
   */
  byte[] seal(byte[] message, String about) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(message);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws SealBrokenException if it was sealed with another key, is about something else, or was
   *     changed
   */
  byte[] open(byte[] sealed, String about) {
    if (sealed.length < NONCE_BYTES) {
      throw new SealBrokenException();
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] message = new byte[parts.remaining()];
    parts.get(message);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(message);
    } catch (AEADBadTagException e) {
      throw new SealBrokenException();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** A digest that nobody can make, or compare with guesses, without the key. */
  byte[] digest(byte[] message) {
    return mac(mac(key, FOR_DIGESTS), message);
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
