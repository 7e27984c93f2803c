package io.cascadeledger.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * Digests of texts, by SHA-256. Each part goes in with its length before it, so that no two lists
 * of parts give the same bytes.
 */
public final class Digest {

  private static final int KEPT_BYTES = 16;
  private static final int ABSENT = -1;

  private final MessageDigest sha256 = Sha256.digest();

  private Digest() {}

  /**
   * The digest of some parts.
   *
   * @param parts texts, or things whose {@code toString} says all that they are, or lists or sorted
   *     maps of such; null is a part too, and another than an empty text
   * @return 32 hexadecimal digits
   */
  public static String of(Object... parts) {
    Digest digest = new Digest();
    Arrays.asList(parts).forEach(digest::add);
    return HexFormat.of().formatHex(Arrays.copyOf(digest.sha256.digest(), KEPT_BYTES));
  }

  /**
   * The UUID of a text: of version 8, which RFC 9562 leaves to whoever makes it. The columns of the
   * event table hold streams by UUID, and lenders name accounts and claims as they like.
   */
  public static UUID uuidOf(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text), 0, KEPT_BYTES);
    long most = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long least = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  private void add(Object part) {
    switch (part) {
      case null -> sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, ABSENT));
      case Collection<?> many -> {
        add(Integer.toString(many.size()));
        many.forEach(this::add);
      }
      case Map<?, ?> map -> {
        add(map.keySet());
        add(map.values());
      }
      default -> {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha256.update(bytes);
      }
    }
  }
}
