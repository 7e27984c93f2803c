package io.cascadeledger.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A schema for each type and revision: what is served is what events look like. */
class EventSchemaTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/event-schemas");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @SuppressWarnings("UnusedVariable") // the source of the parameters
  private static final List<EventTypes.EventType> TYPES = EventTypes.events();

  private static List<String> revisions() {
    return TYPES.stream()
        .flatMap(
            type ->
                IntStream.rangeClosed(type.oldest(), type.revision())
                    .mapToObj(revision -> type.name() + "." + revision + ".json"))
        .toList();
  }

  private static Schema schema(String file) throws IOException {
    return REGISTRY.getSchema(Files.readString(SCHEMAS.resolve(file)));
  }

  private static List<Error> errors(String file, JsonNode event) throws IOException {
    return schema(file)
        .validate(
            event.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void the_schema_of_todays_revision_is_that_of_the_class(EventTypes.EventType type)
      throws IOException {
    Path file = SCHEMAS.resolve(type.name() + "." + type.revision() + ".json");
    String schema = EventSchema.of(type);
    String golden = Files.exists(file) ? Files.readString(file) : "";

    if (!golden.equals(schema)) {
      Files.createDirectories(SCHEMAS);
      Files.writeString(file, schema);
    }

    assertThat(schema)
        .as("%s was stale and has been rewritten; a changed shape needs a new revision", file)
        .isEqualTo(golden);
  }

  @Test
  void every_revision_has_a_schema_that_its_golden_event_meets() throws IOException {
    List<String> files;
    try (Stream<Path> schemas = Files.list(SCHEMAS)) {
      files = schemas.map(path -> path.getFileName().toString()).toList();
    }
    assertThat(files).containsExactlyInAnyOrderElementsOf(revisions());

    for (String file : files) {
      assertThat(errors(file, golden(file))).as(file).isEmpty();
    }
  }

  @Test
  void a_schema_refuses_what_no_event_has_and_misses_what_every_event_has() throws IOException {
    for (String file : revisions()) {
      ObjectNode more = (ObjectNode) golden(file);
      more.put("colour", "red");
      assertThat(errors(file, more)).as(file).isNotEmpty();
      ObjectNode less = (ObjectNode) golden(file);
      less.remove("posted_at");
      assertThat(errors(file, less)).as(file).isNotEmpty();
    }
    ObjectNode payment = (ObjectNode) golden("payment_posted.2.json");
    ((ObjectNode) payment.get("amount")).put("minor_units", 88849);
    assertThat(errors("payment_posted.2.json", payment)).isNotEmpty();
  }

  private static JsonNode golden(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(GOLDEN.resolve(file)));
  }
}
