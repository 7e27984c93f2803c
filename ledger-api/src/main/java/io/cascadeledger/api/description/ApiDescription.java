package io.cascadeledger.api.description;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.operation.Answer;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;

/** The API's description in OpenAPI 3.1, made of what the operations declare. */
public final class ApiDescription {

  private static final String SECURITY_SCHEME = "oauth2";

  private final ApiFacts facts;
  private final Components components = new Components();
  private final Map<String, Object> document;

  /**
   * Describes an API.
   *
   * @param endpoints in any order: the description has them by path
   * @throws IllegalArgumentException if an operation has a tag or scope that the facts do not name,
   *     or two things have the same name
   */
  public ApiDescription(ApiFacts facts, List<? extends Endpoint> endpoints) {
    this.facts = facts;
    Map<String, Object> paths = paths(endpoints.stream().map(Endpoint::operation).toList());
    this.document =
        JsonObjects.of(
            "openapi",
            "3.1.0",
            "info",
            info(),
            "servers",
            List.of(JsonObjects.of("url", "/")),
            "tags",
            facts.tags().entrySet().stream()
                .map(tag -> JsonObjects.of("name", tag.getKey(), "description", tag.getValue()))
                .toList(),
            "paths",
            paths,
            "components",
            components());
  }

  /** The document in JSON, indented and in UTF-8, with a line break at its end. */
  public String toJson() {
    return ApiJson.document(document);
  }

  private Map<String, Object> info() {
    return JsonObjects.of(
        "title",
        "Cascade Ledger",
        "version",
        facts.version(),
        "summary",
        "An event-sourced double-entry ledger engine for lenders.",
        "description",
        "Amounts are strings of minor units. Every POST needs an Idempotency-Key and can be"
            + " repeated with it. Nothing is ever changed: what was wrong is reversed. Failures"
            + " are RFC 9457 problems with a stable `code`; see [errors](/docs/errors). Debtor"
            + " accounts and claims have [a description of their own](/docs/collections).",
        "license",
        JsonObjects.of("name", "Apache License 2.0", "identifier", "Apache-2.0"));
  }

  private Map<String, Object> components() {
    return JsonObjects.of(
        "schemas",
        components.schemas(),
        "parameters",
        Headers.parameters(),
        "headers",
        Headers.answers(),
        "examples",
        ProblemResponses.examples(),
        "securitySchemes",
        JsonObjects.of(
            SECURITY_SCHEME,
            JsonObjects.of(
                "type",
                "oauth2",
                "flows",
                JsonObjects.of(
                    "clientCredentials",
                    JsonObjects.of("tokenUrl", facts.tokenUrl(), "scopes", facts.scopes())))));
  }

  private Map<String, Object> paths(List<Operation> operations) {
    List<Operation> sorted = new ArrayList<>(operations);
    sorted.sort(
        Comparator.comparing(Operation::path)
            .thenComparing(operation -> operation.method().name()));
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    Map<String, Operation> ids = new LinkedHashMap<>();
    for (Operation operation : sorted) {
      require(ids.put(operation.id(), operation) == null, "two operations are " + operation.id());
      require(facts.tags().containsKey(operation.tag()), "unknown tag " + operation.tag());
      require(
          operation.scope() == null || facts.scopes().containsKey(operation.scope()),
          "unknown scope " + operation.scope());
      paths
          .computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
          .put(operation.method().name().toLowerCase(Locale.ROOT), describe(operation));
    }
    return new LinkedHashMap<>(paths);
  }

  private Map<String, Object> describe(Operation operation) {
    return JsonObjects.of(
        "operationId",
        operation.id(),
        "tags",
        List.of(operation.tag()),
        "summary",
        operation.summary(),
        "description",
        operation.description().isEmpty() ? null : operation.description(),
        "security",
        operation.scope() == null
            ? List.of()
            : List.of(JsonObjects.of(SECURITY_SCHEME, List.of(operation.scope()))),
        "parameters",
        parameters(operation),
        "requestBody",
        operation.body() == null ? null : requestBody(operation),
        "responses",
        responses(operation));
  }

  private static List<Object> parameters(Operation operation) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter<?> parameter : operation.parameters().all()) {
      Map<String, Object> schema = new LinkedHashMap<>(parameter.field().schema());
      parameters.add(
          JsonObjects.of(
              "name",
              parameter.name(),
              "in",
              parameter.location().name().toLowerCase(Locale.ROOT),
              "required",
              parameter.field().isRequired(),
              "description",
              schema.remove("description"),
              "schema",
              schema));
    }
    parameters.addAll(Headers.references(operation));
    return parameters;
  }

  private Map<String, Object> requestBody(Operation operation) {
    Body body = operation.body();
    Map<String, Object> content = content(operation, components.reference(body), body.example());
    content.putAll(TextContent.ofBody(operation));
    return JsonObjects.of("required", true, "content", content);
  }

  /** How something is written, in each of the types that the operation knows. */
  private static Map<String, Object> content(
      Operation operation, Map<String, Object> reference, Object example) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (MediaType type : operation.jsonTypes()) {
      boolean array = operation.many() && type.equals(MediaType.APPLICATION_JSON);
      content.put(
          type.toString(),
          array
              ? JsonObjects.of(
                  "schema",
                  JsonObjects.of("type", "array", "items", reference),
                  "example",
                  List.of(example))
              : JsonObjects.of("schema", reference, "example", example));
    }
    return content;
  }

  private Map<String, Object> responses(Operation operation) {
    Map<String, Object> responses = new LinkedHashMap<>();
    for (Answer answer : operation.answers()) {
      responses.put(Integer.toString(answer.status()), response(answer, operation));
    }
    if (operation.idempotent()) {
      Answer first = operation.answers().getFirst();
      responses.putIfAbsent(
          "200",
          response(
              new Answer(
                  200,
                  "It was posted before with this key; this is the first answer once more.",
                  first.type(),
                  first.example()),
              operation));
    }
    responses.putAll(ProblemResponses.of(operation, components));
    return responses;
  }

  private Map<String, Object> response(Answer answer, Operation operation) {
    return JsonObjects.of(
        "description",
        answer.description(),
        "headers",
        Headers.ofSuccess(operation),
        "content",
        content(answer, operation));
  }

  private Map<String, Object> content(Answer answer, Operation operation) {
    Map<String, Object> content = new LinkedHashMap<>();
    if (answer.isInJson()) {
      content.putAll(content(operation, schema(answer, operation), answer.example()));
    }
    content.putAll(TextContent.ofAnswer(answer, components));
    return content;
  }

  /** What every answer may have besides is said once for all operations. */
  private Map<String, Object> schema(Answer answer, Operation operation) {
    Map<String, Object> schema = components.reference(answer.type());
    return operation.catchesUp() ? components.caughtUp(schema) : schema;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
