package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The description of this surface in OpenAPI 3.1. What requests take is found out by having them
 * read.
 */
public final class DebtorDescription {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final String PARAMETERS = "#/components/parameters/";
  private static final String SECURITY_SCHEME = "oauth2";

  /** Which errors there may be, and what they mean. */
  private static final Map<String, Object> ERRORS =
      JsonObjects.of(
          "400", "The request is no good as a whole.",
          "401", "There is no valid token.",
          "403", "The token does not allow it, or is of another client.",
          "429", "Too many requests; Retry-After says when to come again.",
          "500", "The ledger could not handle it.",
          "503", "Nothing was done; Retry-After says when to come again.");

  private final Map<String, Object> schemas = new TreeMap<>();
  private final Map<String, Object> document;

  /**
   * Describes the surface.
   *
   * @param version the version of the ledger
   */
  public DebtorDescription(String version) {
    Forms forms = new Forms();
    Map<String, Object> paths = new TreeMap<>();
    paths.put("/v1/oauth2/token", JsonObjects.of("post", token()));
    forms.all().forEach(write -> paths.put(path(write.name()), post(forms, write)));
    paths.put(path("erase_debtor"), JsonObjects.of("post", erasure()));
    paths.put(path("upload_files"), JsonObjects.of("post", upload()));
    shareSchemas();
    addReads(ReadForm.all(forms), paths);
    DebtorRoutes.NOT_OFFERED.forEach(name -> paths.put(path(name), notOffered(name)));
    this.document =
        JsonObjects.of(
            "openapi",
            "3.1.0",
            "info",
            info(version),
            "servers",
            List.of(JsonObjects.of("url", "/")),
            "paths",
            paths,
            "components",
            components());
  }

  private void addReads(List<ReadForm> reads, Map<String, Object> paths) {
    SharedSchemas shared = new SharedSchemas("Read");
    reads.forEach(read -> shared.look(read.answer()));
    reads.forEach(read -> paths.put(path(read.name()), get(read, shared.referring(read.answer()))));
    schemas.putAll(shared.definitions());
  }

  private void shareSchemas() {
    SharedSchemas shared = new SharedSchemas("");
    schemas.values().forEach(shared::look);
    schemas.replaceAll((_, schema) -> shared.referring(schema));
    schemas.putAll(shared.definitions());
  }

  /** The document in JSON, indented and in UTF-8, with a line break at its end. */
  public String toJson() {
    return ApiJson.document(document);
  }

  private static String path(String operation) {
    return DebtorRoutes.BASE + operation;
  }

  private static Map<String, Object> info(String version) {
    return JsonObjects.of(
        "title",
        "Cascade Ledger: debtor accounts and claims",
        "version",
        version,
        "description",
        "The operations of a published API for collections platforms, and a few of our own."
            + " Amounts are whole numbers of minor units. Each account or claim of a request"
            + " succeeds or fails by itself, under its reference; errors of a request as a whole"
            + " are a `message`. [The ledger's own API](/docs) is described by itself.",
        "license",
        JsonObjects.of("name", "Apache License 2.0", "identifier", "Apache-2.0"));
  }

  private Map<String, Object> components() {
    schemas.put("Message", object("message", JsonObjects.of("type", "string")));
    schemas.put("ActionResponse", object(outcome()));
    return JsonObjects.of(
        "schemas",
        schemas,
        "parameters",
        CommonParameters.all(),
        "securitySchemes",
        JsonObjects.of(
            SECURITY_SCHEME,
            JsonObjects.of(
                "type",
                "oauth2",
                "description",
                "The token may also be sent alone, without Bearer before it.",
                "flows",
                JsonObjects.of(
                    "clientCredentials",
                    JsonObjects.of(
                        "tokenUrl",
                        "/v1/oauth2/token",
                        "scopes",
                        JsonObjects.of(
                            Scopes.DEBTORS_WRITE,
                            Scopes.DESCRIPTIONS.get(Scopes.DEBTORS_WRITE),
                            Scopes.DEBTORS_READ,
                            Scopes.DESCRIPTIONS.get(Scopes.DEBTORS_READ)))))));
  }

  private static Map<String, Object> outcome() {
    return JsonObjects.of(
        "success", FieldSchema.FLAG,
        "messages", FieldSchema.TEXTS,
        "messageIds", FieldSchema.TEXTS);
  }

  private static Map<String, Object> object(Object... namesAndSchemas) {
    return object(JsonObjects.of(namesAndSchemas));
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return JsonObjects.of(
        "type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
  }

  private static Map<String, Object> byReference(Object schema) {
    return JsonObjects.of("type", "object", "additionalProperties", schema);
  }

  private static Map<String, Object> reference(String place, String name) {
    return JsonObjects.of("$ref", place + name);
  }

  private static Map<String, Object> json(Object schema, Object example) {
    return JsonObjects.of("application/json", JsonObjects.of("schema", schema, "example", example));
  }

  /** An operation, whose answer has a content. */
  private static Map<String, Object> operation(
      String name, String scope, List<Object> parameters, Object body, Object content) {
    List<Object> all = new ArrayList<>();
    all.add(reference(PARAMETERS, "clientId"));
    all.addAll(parameters);
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", JsonObjects.of("description", "It was done.", "content", content));
    responses.putAll(errors(scope.equals(Scopes.DEBTORS_READ) ? "404" : "413"));
    return JsonObjects.of(
        "operationId",
        name,
        "summary",
        OperationTexts.of(name),
        "security",
        List.of(JsonObjects.of(SECURITY_SCHEME, List.of(scope))),
        "parameters",
        all,
        "requestBody",
        body == null ? null : JsonObjects.of("required", true, "content", body),
        "responses",
        responses);
  }

  private static Map<String, Object> errors(String besides) {
    Map<String, Object> errors = new TreeMap<>();
    ERRORS.forEach((status, meaning) -> errors.put(status, error(meaning)));
    errors.put(
        besides, error(besides.equals("404") ? "There is no such thing." : "It is too large."));
    return errors;
  }

  private static Map<String, Object> error(Object meaning) {
    return JsonObjects.of(
        "description", meaning, "content", json(reference(SCHEMAS, "Message"), null));
  }

  private Map<String, Object> post(Forms forms, Write write) {
    String named = name(write.name());
    schemas.put(named, forms.item(write.name()));
    Map<String, Object> item = reference(SCHEMAS, named);
    Object body =
        write.field() == null ? byReference(item) : JsonObjects.of("type", "array", "items", item);
    List<Object> parameters = new ArrayList<>();
    CommonParameters.ofWrite(write.name())
        .forEach(parameter -> parameters.add(reference(PARAMETERS, parameter)));
    return JsonObjects.of(
        "post",
        operation(
            write.name(),
            Scopes.DEBTORS_WRITE,
            parameters,
            json(body, Forms.example(write.name())),
            json(byReference(answer(write, item)), null)));
  }

  private static String name(String operation) {
    StringBuilder name = new StringBuilder();
    for (String word : operation.split("_", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.append("Item").toString();
  }

  private static Map<String, Object> answer(Write write, Map<String, Object> item) {
    if (write.data() == null) {
      return reference(SCHEMAS, "ActionResponse");
    }
    Map<String, Object> properties = new LinkedHashMap<>(outcome());
    if (write.data().equals(Write.ECHO)) {
      properties.put("data", item);
    } else if (write.data().equals(Write.ECHO_LIST)) {
      properties.put("data", JsonObjects.of("type", "array", "items", item));
    } else {
      properties.put(
          "data",
          JsonObjects.of(
              "type", "array", "items", reference(SCHEMAS, "AddAccountLedgerEntriesItem")));
    }
    return JsonObjects.of(
        "type", "object", "properties", properties, "required", List.copyOf(outcome().keySet()));
  }

  private static Map<String, Object> get(ReadForm read, Object answer) {
    List<Object> parameters = new ArrayList<>();
    read.parameters().forEach(it -> parameters.add(CommonParameters.ofQuery(it)));
    Map<String, Object> content =
        read.answer().isEmpty()
            ? JsonObjects.of("application/octet-stream", Map.of())
            : json(answer, null);
    return JsonObjects.of(
        "get", operation(read.name(), Scopes.DEBTORS_READ, parameters, null, content));
  }

  private static Map<String, Object> erasure() {
    return operation(
        "erase_debtor",
        Scopes.DEBTORS_WRITE,
        List.of(),
        json(
            JsonObjects.of("type", "array", "items", Forms.erasure()),
            Forms.example("erase_debtor")),
        json(byReference(reference(SCHEMAS, "ActionResponse")), null));
  }

  private static Map<String, Object> upload() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("file", JsonObjects.of("type", "string", "format", "binary"));
    Upload.TEXTS.forEach(
        part ->
            parts.put(
                part, JsonObjects.of("type", "string", "maxLength", Limits.REFERENCE_CHARACTERS)));
    Map<String, Object> form =
        JsonObjects.of(
            "type", "object", "properties", parts, "required", List.of("file", Upload.ACCOUNT));
    return operation(
        "upload_files",
        Scopes.DEBTORS_WRITE,
        List.of(reference(PARAMETERS, "triggerName")),
        JsonObjects.of("multipart/form-data", JsonObjects.of("schema", form)),
        json(byReference(reference(SCHEMAS, "ActionResponse")), null));
  }

  private static Map<String, Object> notOffered(String name) {
    Map<String, Object> responses = errors("404");
    responses.put("501", error("A ledger has no such thing."));
    return JsonObjects.of(
        "get",
        JsonObjects.of(
            "operationId",
            name,
            "summary",
            OperationTexts.of(name),
            "security",
            List.of(JsonObjects.of(SECURITY_SCHEME, List.of(Scopes.DEBTORS_READ))),
            "parameters",
            List.of(reference(PARAMETERS, "clientId")),
            "responses",
            responses));
  }

  private static Map<String, Object> token() {
    return JsonObjects.of(
        "operationId",
        "token",
        "summary",
        "Gives a token for an hour to a client and its secret",
        "security",
        List.of(),
        "parameters",
        List.of(CommonParameters.basic()),
        "responses",
        JsonObjects.of(
            "200",
            JsonObjects.of(
                "description",
                "The token.",
                "content",
                json(
                    object(
                        "access_token",
                        JsonObjects.of("type", "string"),
                        "expires_in",
                        JsonObjects.of("type", "integer"),
                        "token_type",
                        JsonObjects.of("type", "string")),
                    null)),
            "401",
            JsonObjects.of("description", "The client or its secret is not known.")));
  }
}
