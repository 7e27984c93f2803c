package io.cascadeledger.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LEAF);
      text(out, stream.tenant());
      text(out, stream.type());
      uuid(out, stream.id());
      out.writeLong(sequence);
      uuid(out, eventId);
      text(out, name);
      out.writeInt(revision);
      out.writeLong(effectiveDate.toEpochDay());
      out.writeLong(postedAt.getEpochSecond());
      out.writeInt(postedAt.getNano());
      part(out, payload);
      part(out, metadata);
      if (request != null) {
        text(out, request.idempotencyKey());
        part(out, request.fingerprint());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256().digest(bytes.toByteArray());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    part(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void part(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }

  private static void uuid(DataOutputStream out, UUID uuid) throws IOException {
    out.writeLong(uuid.getMostSignificantBits());
    out.writeLong(uuid.getLeastSignificantBits());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
