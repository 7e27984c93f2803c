package io.cascadeledger.api.debtor;

import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this surface writes and reads it: names in camel case, amounts as whole numbers. */
final class Wire {

  private static final int DEPTH = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Wire() {}

  /**
   * Reads a text.
   *
   * @throws tools.jackson.core.JacksonException if it is not JSON
   */
  static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  /** Reads a text, as {@link #read(byte[])} does. */
  static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Adds a field; what is null is left out. */
  static void put(ObjectNode object, String name, Object value) {
    if (value != null) {
      object.put(name, value.toString());
    }
  }

  /** Adds notes; none are left out. */
  static void putMeta(ObjectNode object, Meta meta) {
    if (!meta.entries().isEmpty()) {
      object.set("meta", of(meta));
    }
  }

  /** Notes as an object. */
  static ObjectNode of(Meta meta) {
    ObjectNode object = object();
    meta.entries().forEach((name, value) -> object.set(name, of(value)));
    return object;
  }

  static JsonNode of(JsonText text) {
    return read(text.text());
  }
}
