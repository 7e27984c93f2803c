package io.cascadeledger.eventstore;

import io.cascadeledger.stream.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The hash of an event: SHA-256 over a zero byte (the leaf prefix of RFC 9162) and all that the
 * event is, each part with its length before it, so that no two events have the same bytes. The
 * position is left out, because it is known only after the event is written.
 */
final class EventHash {

  private static final byte LEAF = 0;
  private static final byte[] NONE = {};

  /** Two identifiers, the numbers, and the lengths of seven parts. */
  private static final int FIXED_BYTES = 1 + 2 * 16 + 3 * 8 + 2 * 4 + 7 * 4;

  /** Nothing was added to it: it is copied, because looking the algorithm up costs more. */
  private static final MessageDigest EMPTY = Sha256.digest();

  private EventHash() {}

  static byte[] of(
      StreamId stream,
      long sequence,
      UUID eventId,
      String name,
      int revision,
      LocalDate effectiveDate,
      Instant postedAt,
      byte[] payload,
      byte[] metadata,
      RequestKey request) {
    byte[] tenant = utf8(stream.tenant());
    byte[] type = utf8(stream.type());
    byte[] eventName = utf8(name);
    byte[] key = request == null ? NONE : utf8(request.idempotencyKey());
    byte[] fingerprint = request == null ? NONE : request.fingerprint();
    int parts = sum(tenant, type, eventName, payload, metadata, key, fingerprint);
    // Made in one array of the right size: hashes were a third of all that posting allocated.
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED_BYTES + parts)
            .put(LEAF)
            .putInt(tenant.length)
            .put(tenant)
            .putInt(type.length)
            .put(type)
            .putLong(stream.id().getMostSignificantBits())
            .putLong(stream.id().getLeastSignificantBits())
            .putLong(sequence)
            .putLong(eventId.getMostSignificantBits())
            .putLong(eventId.getLeastSignificantBits())
            .putInt(eventName.length)
            .put(eventName)
            .putInt(revision)
            .putLong(effectiveDate.toEpochDay())
            .putLong(postedAt.getEpochSecond())
            .putInt(postedAt.getNano())
            .putInt(payload.length)
            .put(payload)
            .putInt(metadata.length)
            .put(metadata);
    if (request != null) {
      bytes.putInt(key.length).put(key).putInt(fingerprint.length).put(fingerprint);
    }
    MessageDigest digest = copyOfEmpty();
    digest.update(bytes.flip());
    return digest.digest();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int sum(byte[]... parts) {
    int sum = 0;
    for (byte[] part : parts) {
      sum += part.length;
    }
    return sum;
  }

  private static MessageDigest copyOfEmpty() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 can be copied", e);
    }
  }
}
