package io.cascadeledger.api.debtor;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.time.PostingTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the operations that post take, found out by having them read a form with every field there
 * is. Nothing of it is posted or sealed.
 */
final class Forms {

  private static final PostingTime TIME = new PostingTime(Instant.EPOCH, LocalDate.ofEpochDay(0));
  private static final Call CALL =
      new Call("tenant", "actor", null, null, TIME, false, null, List.of());

  private final Map<String, Write> writes = new LinkedHashMap<>();
  private final JsonNode forms = resource("forms.json");

  Forms() {
    PersonalData nobody = new PersonalData(new UUID(0, 0), "", "");
    DebtorSurface.writes(
            new PersonReader((_, _, _) -> nobody),
            (_, _) -> null,
            new BusinessClock(Clock.systemUTC(), ZoneOffset.UTC),
            (_, _, _) -> Wire.array())
        .forEach(write -> writes.put(write.name(), write));
  }

  private static JsonNode resource(String name) {
    try (InputStream file = Forms.class.getResourceAsStream(name)) {
      return Wire.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operations, in their order. */
  List<Write> all() {
    return List.copyOf(writes.values());
  }

  /** A request body of an operation, as the published document has it. */
  static JsonNode example(String operation) {
    return resource("examples/" + operation + ".json");
  }

  /** What one item of an operation's body may be. */
  Map<String, Object> item(String operation) {
    Write write = writes.get(operation);
    List<Shape> shapes = new ArrayList<>();
    boolean text = false;
    for (JsonNode body : List.of(forms.path(operation), example(operation))) {
      for (Group group : write.groups(body)) {
        shapes.addAll(Shape.listen(() -> Objects.requireNonNull(write.maker().apply(CALL, group))));
        text |= group.items().getFirst().isString();
      }
    }
    Map<String, Object> schema = withReference(write, Shape.schema(shapes));
    return text
        ? JsonObjects.of("anyOf", List.of(JsonObjects.of("type", "string"), schema))
        : schema;
  }

  /** By its reference an item of a list is put to its group, so that it must have one. */
  private static Map<String, Object> withReference(Write write, Map<String, Object> schema) {
    if (write.field() == null) {
      return schema;
    }
    Map<String, Object> with = new LinkedHashMap<>(schema);
    with.computeIfPresent(
        "anyOf",
        (_, kinds) ->
            ((List<?>) kinds).stream().map(kind -> withReference(write, members(kind))).toList());
    if (schema.containsKey("properties")) {
      Set<Object> required = new LinkedHashSet<>(List.of(write.field()));
      required.addAll((List<?>) schema.getOrDefault("required", List.of()));
      with.put("required", List.copyOf(required));
    }
    return with;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object schema) {
    return (Map<String, Object>) schema;
  }

  /** What is asked of whom is to be erased. */
  static Map<String, Object> erasure() {
    return Shape.schema(
        Shape.listen(() -> example("erase_debtor").forEach(Erasure::requirePerson)));
  }
}
