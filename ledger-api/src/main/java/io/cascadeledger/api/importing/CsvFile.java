package io.cascadeledger.api.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A file of comma-separated values. Its first line names the fields of a payment; a name such as
 * {@code metadata.channel} is that of an entry of the metadata, and {@code target.split.fees_minor}
 * that of a part of a part. An empty value is none.
 */
final class CsvFile extends PaymentFile {

  private static final String METADATA = "metadata";
  private static final CsvMapper CSV = new CsvMapper();
  private static final JsonMapper JSON = new JsonMapper();

  private final MappingIterator<Map<String, String>> rows;

  /** The first line is that of the names. */
  private long number = 1;

  CsvFile(Path path) throws IOException {
    super(path);
    this.rows =
        CSV.readerFor(new TypeReference<Map<String, String>>() {})
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(input());
  }

  @Override
  @Nullable SourceLine next() throws IOException {
    try {
      if (!rows.hasNextValue()) {
        return null;
      }
      number++;
      return new SourceLine(number, JSON.writeValueAsString(payment(rows.nextValue())), false);
    } catch (JacksonException e) {
      throw new IOException(
          "record %d is not of the form of the first line: %s"
              .formatted(number, e.getOriginalMessage()),
          e);
    }
  }

  private static Map<String, Object> payment(Map<String, String> row) {
    Map<String, Object> payment = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> {
          if (value != null && !value.isEmpty()) {
            put(payment, name, value);
          }
        });
    return payment;
  }

  /** What the caller's own notes are called may have dots in it. */
  private static void put(Map<String, Object> object, String name, String value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      object.put(name, value);
      return;
    }
    String part = name.substring(0, dot);
    String rest = name.substring(dot + 1);
    Map<String, Object> within = partOf(object, part);
    if (part.equals(METADATA)) {
      within.put(rest, value);
    } else {
      put(within, rest, value);
    }
  }

  /** A column may name the whole of what another names a part of; the server says what is wrong. */
  @SuppressWarnings("unchecked") // whatever is an object was made here
  private static Map<String, Object> partOf(Map<String, Object> object, String name) {
    return object.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>())
            instanceof Map<?, ?> known
        ? (Map<String, Object>) known
        : new LinkedHashMap<>();
  }
}
