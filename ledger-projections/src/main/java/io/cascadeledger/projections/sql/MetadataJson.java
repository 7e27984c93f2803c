package io.cascadeledger.projections.sql;

import io.cascadeledger.metadata.Metadata;
import java.util.SortedMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A caller's notes as a JSON object of strings. */
public final class MetadataJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<SortedMap<String, String>> ENTRIES = new TypeReference<>() {};

  private MetadataJson() {}

  /** Writes notes. */
  public static String write(Metadata metadata) {
    return MAPPER.writeValueAsString(metadata.entries());
  }

  /** Reads what was written. */
  public static Metadata read(String json) {
    return Metadata.of(MAPPER.readValue(json, ENTRIES));
  }
}
