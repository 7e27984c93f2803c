package io.cascadeledger.eventstore.json;

import io.cascadeledger.metadata.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The callers' own JSON within events: it is written as it is, and read into the one text that all
 * JSON has that says the same. Numbers keep all their digits.
 */
public final class JsonTexts {

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Reads a value in the midst of others. */
  private static final ObjectReader WITHIN =
      EXACT.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonTexts() {}

  /**
   * The text of a value, without space around its parts.
   *
   * @param json one JSON value
   * @throws JacksonException if it is none
   */
  public static JsonText parse(String json) {
    return new JsonText(EXACT.writeValueAsString(EXACT.readTree(json)));
  }

  /** Writes the text as the JSON that it is. */
  static final class Writer extends ValueSerializer<JsonText> {
    @Override
    public void serialize(JsonText value, JsonGenerator generator, SerializationContext context) {
      generator.writeRawValue(value.text());
    }
  }

  /** Reads whatever value there is. */
  static final class Reader extends ValueDeserializer<JsonText> {
    @Override
    public JsonText deserialize(JsonParser parser, DeserializationContext context) {
      JsonNode value = WITHIN.readTree(parser);
      return new JsonText(EXACT.writeValueAsString(value));
    }

    @Override
    public JsonText getNullValue(DeserializationContext context) {
      return new JsonText("null");
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
