package io.cascadeledger.eventstore.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key that signs checkpoints: Ed25519, made from a seed of 32 bytes. */
public final class CheckpointKey {

  private static final int SEED_BYTES = 32;

  /** What stands in front of the seed in a private key of this kind, as RFC 8410 has it. */
  private static final byte[] PKCS8 = {
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
  };

  private final byte[] seed;
  private final PrivateKey key;
  private final byte[] publicKey;

  private CheckpointKey(byte[] seed) {
    this.seed = seed.clone();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      KeyPair pair = generator.generateKeyPair();
      this.key = pair.getPrivate();
      byte[] encoded = pair.getPublic().getEncoded();
      this.publicKey =
          Arrays.copyOfRange(
              encoded, encoded.length - CheckpointVerifier.KEY_BYTES, encoded.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /**
   * Gives the seed where the generator asks for random bytes: that is how a key comes of a seed.
   */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    private Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }

  /** A new key. */
  static CheckpointKey random() {
    byte[] seed = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return new CheckpointKey(seed);
  }

  /** The key of a seed. */
  static CheckpointKey of(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a key for checkpoints has a seed of 32 bytes");
    }
    return new CheckpointKey(seed);
  }

  /**
   * The key in a file, as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws IllegalArgumentException if the file cannot be read or holds no such key
   */
  public static CheckpointKey read(Path file) {
    byte[] encoded;
    try {
      String base64 =
          Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      encoded = Base64.getDecoder().decode(base64);
    } catch (IOException e) {
      throw new IllegalArgumentException("the key for checkpoints cannot be read: " + file, e);
    }
    boolean known =
        encoded.length == PKCS8.length + SEED_BYTES
            && Arrays.equals(encoded, 0, PKCS8.length, PKCS8, 0, PKCS8.length);
    if (!known) {
      throw new IllegalArgumentException(file + " is not an Ed25519 key in PKCS #8");
    }
    return new CheckpointKey(Arrays.copyOfRange(encoded, PKCS8.length, encoded.length));
  }

  byte[] seed() {
    return seed.clone();
  }

  /**
   * What verifies its signatures.
   *
   * @param name the name under which it signs
   */
  public CheckpointVerifier verifier(String name) {
    return new CheckpointVerifier(name, publicKey);
  }

  byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key for checkpoints cannot sign", e);
    }
  }
}
