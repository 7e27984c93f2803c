package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as one line of JSON. Metadata and payload stand in it byte by byte as they are stored,
 * so that whoever reads the line can compute the hash.
 */
public final class StoredEventJson {

  private static final JsonMapper JSON = EventJson.mapper();

  /** About how many bytes a line has besides metadata and payload. */
  private static final int OTHER_PARTS = 640;

  private static final String METADATA = "metadata";
  private static final String PAYLOAD = "payload";

  private StoredEventJson() {}

  /**
   * The line of an event, without a line break.
   *
   * @throws IllegalArgumentException if its payload or metadata is not JSON in one line
   */
  public static byte[] line(StoredEvent event) {
    LineBuffer line =
        new LineBuffer(event.payload().length + event.metadata().length + OTHER_PARTS);
    write(event, line);
    return line.take();
  }

  /**
   * Adds the line of an event, without a line break.
   *
   * @throws IllegalArgumentException if its payload or metadata is not JSON in one line
   */
  public static void write(StoredEvent event, LineBuffer line) {
    line.add("{\"position\":")
        .add(event.position())
        .add(",\"tenant\":\"")
        .add(event.tenant())
        .add("\",\"stream_type\":\"")
        .add(event.streamType())
        .add("\",\"stream_id\":\"")
        .add(event.streamId().toString())
        .add("\",\"sequence\":")
        .add(event.sequence())
        .add(",\"event_id\":\"")
        .add(event.eventId().toString())
        .add("\",\"type\":\"")
        .add(event.name())
        .add("\",\"revision\":")
        .add(event.revision())
        .add(",\"effective_date\":\"")
        .add(event.effectiveDate().toString())
        .add("\",\"posted_at\":\"")
        .add(event.postedAt().toString())
        .add("\",");
    if (event.request() != null) {
      line.add("\"idempotency_key\":\"")
          .add(event.request().idempotencyKey())
          .add("\",\"fingerprint\":\"")
          .addHex(event.request().fingerprint())
          .add("\",");
    }
    line.add("\"hash\":\"").addHex(event.hash()).add("\",\"metadata\":");
    line.add(oneLine(event, event.metadata())).add(",\"payload\":");
    line.add(oneLine(event, event.payload())).add("}");
  }

  private static byte[] oneLine(StoredEvent event, byte[] json) {
    if (json.length < 2 || json[0] != '{' || json[json.length - 1] != '}' || hasBreak(json)) {
      throw new IllegalArgumentException(
          "the event at position %d is not JSON in one line".formatted(event.position()));
    }
    return json;
  }

  private static boolean hasBreak(byte[] json) {
    for (byte b : json) {
      if (b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is not the line of an event
   */
  public static StoredEvent read(byte[] line) {
    Map<String, String> values = new HashMap<>();
    Map<String, byte[]> parts = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          int start = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          int end = (int) parser.currentLocation().getByteOffset();
          parts.put(name, Arrays.copyOfRange(line, start, end));
        } else {
          values.put(name, parser.getString());
        }
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
      return event(values, parts);
    } catch (JacksonException | NullPointerException | DateTimeException e) {
      throw new IllegalArgumentException("this is not the line of an event", e);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("this is not the line of an event");
    }
  }

  private static StoredEvent event(Map<String, String> values, Map<String, byte[]> parts) {
    String key = values.get("idempotency_key");
    byte[] payload = parts.get(PAYLOAD);
    byte[] metadata = parts.get(METADATA);
    require(payload != null && metadata != null);
    return new StoredEvent(
        Long.parseLong(values.get("position")),
        values.get("tenant"),
        values.get("stream_type"),
        UUID.fromString(values.get("stream_id")),
        Long.parseLong(values.get("sequence")),
        UUID.fromString(values.get("event_id")),
        values.get("type"),
        Integer.parseInt(values.get("revision")),
        LocalDate.parse(values.get("effective_date")),
        Instant.parse(values.get("posted_at")),
        payload,
        metadata,
        key == null ? null : new RequestKey(key, hex(values.get("fingerprint"))),
        hex(values.get("hash")));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
