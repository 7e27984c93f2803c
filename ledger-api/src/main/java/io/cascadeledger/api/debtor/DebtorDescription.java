package io.cascadeledger.api.debtor;

import static io.cascadeledger.api.debtor.DescribedOperations.PARAMETERS;
import static io.cascadeledger.api.debtor.DescribedOperations.SCHEMAS;
import static io.cascadeledger.api.debtor.DescribedOperations.SECURITY_SCHEME;
import static io.cascadeledger.api.debtor.DescribedOperations.byReference;
import static io.cascadeledger.api.debtor.DescribedOperations.erasure;
import static io.cascadeledger.api.debtor.DescribedOperations.json;
import static io.cascadeledger.api.debtor.DescribedOperations.notOffered;
import static io.cascadeledger.api.debtor.DescribedOperations.object;
import static io.cascadeledger.api.debtor.DescribedOperations.operation;
import static io.cascadeledger.api.debtor.DescribedOperations.reference;
import static io.cascadeledger.api.debtor.DescribedOperations.token;
import static io.cascadeledger.api.debtor.DescribedOperations.upload;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.security.Scopes;
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
}
