package io.cascadeledger.api.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cascadeledger.metadata.Metadata;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the API writes JSON: names in snake_case in the order of the record's components; a {@code
 * long} as a string, because it counts minor units; dates and instants in ISO 8601, instants in
 * UTC; and nothing where there is null.
 *
 * <p>A {@code long} that is no amount is annotated with {@code @JsonFormat(shape =
 * JsonFormat.Shape.NUMBER_INT)}.
 */
public final class ApiJson {

  private static final SnakeCase NAMES = new SnakeCase();

  /** The one mapper of the API. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(NAMES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .withConfigOverride(long.class, override -> override.setFormat(asString()))
          .withConfigOverride(Long.class, override -> override.setFormat(asString()))
          .addMixIn(Metadata.class, MetadataAsObject.class)
          .build();

  private ApiJson() {}

  /** Writes an answer. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Writes a document for people and programs: indented, with a line break at its end. */
  public static String document(Object value) {
    return MAPPER
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(value)
            .replace(System.lineSeparator(), "\n")
        + "\n";
  }

  /** An answer with a member besides, which is the last. */
  public static JsonNode with(Record answer, String name, Record member) {
    ObjectNode object = MAPPER.valueToTree(answer);
    return object.set(name, MAPPER.valueToTree(member));
  }

  /** The name in the API of a record's component. */
  public static String nameOf(String component) {
    return NAMES.translate(component);
  }

  private static JsonFormat.Value asString() {
    return JsonFormat.Value.forShape(JsonFormat.Shape.STRING);
  }

  /** Opens the translation of names to this class. */
  private static final class SnakeCase extends PropertyNamingStrategies.SnakeCaseStrategy {

    private static final long serialVersionUID = 1L;

    @Override
    protected String translate(String component) {
      return super.translate(component);
    }
  }

  /** Metadata is written as the object of its entries. */
  interface MetadataAsObject {

    @JsonValue
    SortedMap<String, String> entries();
  }
}
