package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How an operation of this surface is described in OpenAPI: its parameters, answers and errors. */
final class DescribedOperations {

  static final String SCHEMAS = "#/components/schemas/";
  static final String PARAMETERS = "#/components/parameters/";
  static final String SECURITY_SCHEME = "oauth2";

  /** Which errors there may be, and what they mean. */
  static final Map<String, Object> ERRORS =
      JsonObjects.of(
          "400", "The request is no good as a whole.",
          "401", "There is no valid token.",
          "403", "The token does not allow it, or is of another client.",
          "429", "Too many requests; Retry-After says when to come again.",
          "500", "The ledger could not handle it.",
          "503", "Nothing was done; Retry-After says when to come again.");

  private DescribedOperations() {}

  static Map<String, Object> object(Object... namesAndSchemas) {
    return object(JsonObjects.of(namesAndSchemas));
  }

  static Map<String, Object> object(Map<String, Object> properties) {
    return JsonObjects.of(
        "type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
  }

  static Map<String, Object> byReference(Object schema) {
    return JsonObjects.of("type", "object", "additionalProperties", schema);
  }

  static Map<String, Object> reference(String place, String name) {
    return JsonObjects.of("$ref", place + name);
  }

  static Map<String, Object> json(Object schema, Object example) {
    return JsonObjects.of("application/json", JsonObjects.of("schema", schema, "example", example));
  }

  /** An operation, whose answer has a content. */
  static Map<String, Object> operation(
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

  static Map<String, Object> errors(String besides) {
    Map<String, Object> errors = new TreeMap<>();
    ERRORS.forEach((status, meaning) -> errors.put(status, error(meaning)));
    errors.put(
        besides, error(besides.equals("404") ? "There is no such thing." : "It is too large."));
    return errors;
  }

  static Map<String, Object> error(Object meaning) {
    return JsonObjects.of(
        "description", meaning, "content", json(reference(SCHEMAS, "Message"), null));
  }

  static Map<String, Object> erasure() {
    return operation(
        "erase_debtor",
        Scopes.DEBTORS_WRITE,
        List.of(),
        json(
            JsonObjects.of("type", "array", "items", Forms.erasure()),
            Forms.example("erase_debtor")),
        json(byReference(reference(SCHEMAS, "ActionResponse")), null));
  }

  static Map<String, Object> upload() {
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

  static Map<String, Object> notOffered(String name) {
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

  static Map<String, Object> token() {
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
