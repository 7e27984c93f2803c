package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.json.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a file of events, which is NDJSON, compressed by gzip: a head, events in their order
 * with the checkpoints between them, and an end that says how many there are.
 */
final class EventFile {

  static final String FORMAT = "cascade-ledger-events";
  static final int VERSION = 1;

  private static final JsonMapper JSON = EventJson.mapper();

  private EventFile() {}

  /**
   * The first line.
   *
   * @param format {@link #FORMAT}
   * @param version of the format
   * @param origin the log's name in its checkpoints; null if it was never sealed
   * @param verifiers the keys that have signed
   */
  record Head(String format, int version, String origin, List<String> verifiers) {}

  /**
   * A checkpoint.
   *
   * @param verifier the key that verifies it
   * @param checkpoint the signed note
   */
  record CheckpointLine(String verifier, String checkpoint) {}

  /**
   * The last line.
   *
   * @param end how many events there are
   * @param root the root of their tree, in hexadecimal digits
   */
  record End(int checkpoints, long end, String root) {}

  static byte[] write(Object line) {
    return JSON.writeValueAsBytes(line);
  }

  static <T> T read(byte[] line, Class<T> type) throws IOException {
    ObjectReader reader =
        JSON.readerFor(type).with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    try {
      return reader.readValue(line);
    } catch (JacksonException e) {
      throw new IOException("not a line of a file of events: " + shortened(line), e);
    }
  }

  private static String shortened(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  static boolean startsWith(byte[] line, String beginning) {
    byte[] expected = beginning.getBytes(StandardCharsets.UTF_8);
    return line.length >= expected.length
        && Arrays.equals(line, 0, expected.length, expected, 0, expected.length);
  }
}
