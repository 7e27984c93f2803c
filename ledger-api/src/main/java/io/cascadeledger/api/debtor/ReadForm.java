package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.PromiseStatus;
import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation that reads, as the description has it.
 *
 * @param name its name, the last part of its path
 * @param parameters what its query may have
 * @param answer the schema of its answer; empty for a file
 */
record ReadForm(String name, List<Parameter> parameters, Map<String, Object> answer) {

  /**
   * A parameter of a query.
   *
   * @param meaning a sentence; empty if the name says it
   */
  record Parameter(String name, boolean required, Map<String, Object> schema, String meaning) {}

  private static final Map<String, Object> TEXT = JsonObjects.of("type", "string");
  private static final Map<String, Object> NUMBER = JsonObjects.of("type", "integer");
  private static final Parameter ACCOUNT = required(AccountWrites.ACCOUNT, TEXT);
  private static final Parameter TRIGGER =
      new Parameter(
          "triggerName",
          false,
          TEXT,
          "Recorded as an event of each account that is read; needs the scope for writing, too.");
  private static final Parameter LIMIT =
      new Parameter(
          "limit",
          false,
          JsonObjects.of(
              "type",
              "integer",
              "minimum",
              1,
              "maximum",
              Limits.DEBTOR_PAGE,
              "default",
              Limits.DEBTOR_PAGE),
          "");
  private static final Parameter AFTER =
      new Parameter("paginationId", false, TEXT, "As the header Link of the page before has it.");

  private static Parameter required(String name, Map<String, Object> schema) {
    return new Parameter(name, true, schema, "");
  }

  /** The operations that read. */
  static List<ReadForm> all(Forms forms) {
    Map<String, Object> account = read(forms.item("create_accounts"));
    Map<String, Object> claim = claim(forms);
    return List.of(
        new ReadForm("get_account", List.of(ACCOUNT, TRIGGER), account),
        new ReadForm(
            "get_account_claims",
            List.of(
                ACCOUNT,
                new Parameter("status", false, FieldSchema.oneOf(ClaimStatus.class), ""),
                AFTER,
                LIMIT,
                TRIGGER),
            list(claim)),
        new ReadForm(
            "get_debtor_accounts_and_claims",
            List.of(required("debtorReference", TEXT), TRIGGER),
            list(ofDebtor(account, claim))),
        new ReadForm(
            "get_account_mandates",
            List.of(ACCOUNT, TRIGGER),
            list(read(forms.item("create_account_mandates")))),
        new ReadForm(
            "get_events",
            List.of(
                required("eventType", TEXT),
                required("date", FieldSchema.DATE),
                LIMIT,
                new Parameter("page", false, JsonObjects.of("type", "integer", "minimum", 1), "")),
            events()),
        new ReadForm(
            "get_promises_to_pay",
            List.of(required("claimReference", TEXT)),
            list(
                object(
                    "amount",
                    FieldSchema.AMOUNT,
                    "currency",
                    TEXT,
                    "dueDate",
                    FieldSchema.DATE,
                    "status",
                    FieldSchema.oneOf(PromiseStatus.class)))),
        new ReadForm("get_action", List.of(required("messageId", TEXT)), action()),
        new ReadForm("get_account_files", List.of(ACCOUNT, AFTER, LIMIT), list(file())),
        new ReadForm("get_file", List.of(required("fileId", TEXT)), Map.of()));
  }

  private static Map<String, Object> claim(Forms forms) {
    Map<String, Object> properties = properties(read(forms.item("create_claims")));
    Set.of("reason", "options", "accountNumber").forEach(properties::remove);
    properties.put("claimReference", TEXT);
    properties.put("status", FieldSchema.oneOf(ClaimStatus.class));
    return object(properties);
  }

  private static Map<String, Object> ofDebtor(
      Map<String, Object> account, Map<String, Object> claim) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(AccountWrites.ACCOUNT, TEXT);
    properties.putAll(properties(account));
    Set.of("scores", "products", "ledgerEntries").forEach(properties::remove);
    properties.put("claims", list(claim));
    return object(properties);
  }

  private static Map<String, Object> events() {
    return object(
        "events",
        list(
            object(
                "messageId",
                TEXT,
                "timestamp",
                JsonObjects.of("type", "string", "format", "date-time"),
                "details",
                FieldSchema.OBJECT)),
        "limit",
        NUMBER,
        "page",
        NUMBER,
        "numberOfPages",
        NUMBER);
  }

  private static Map<String, Object> action() {
    return object(
        "messageId",
        TEXT,
        "operation",
        TEXT,
        "reference",
        TEXT,
        "status",
        JsonObjects.of("type", "string", "enum", List.of("PENDING", "DONE")),
        "success",
        FieldSchema.FLAG,
        "messages",
        FieldSchema.TEXTS,
        "messageIds",
        FieldSchema.TEXTS);
  }

  private static Map<String, Object> file() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name :
        List.of(
            "fileId",
            AccountWrites.ACCOUNT,
            "externalClaimRef",
            "productReference",
            "debtorReference",
            "documentType",
            "name",
            "sha256")) {
      properties.put(name, TEXT);
    }
    properties.put("bytes", NUMBER);
    properties.put("uploadedAt", JsonObjects.of("type", "string", "format", "date-time"));
    return object(properties);
  }

  private static Map<String, Object> list(Map<String, Object> item) {
    return JsonObjects.of("type", "array", "items", item);
  }

  private static Map<String, Object> object(Object... namesAndSchemas) {
    return object(JsonObjects.of(namesAndSchemas));
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return JsonObjects.of("type", "object", "properties", properties);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> schema) {
    return new LinkedHashMap<>((Map<String, Object>) schema.get("properties"));
  }

  /** What was written, as it is read: of who was erased, much is missing. */
  private static Map<String, Object> read(Map<String, Object> written) {
    Map<String, Object> read = new LinkedHashMap<>();
    written.forEach((name, value) -> read.put(name, loose(value)));
    if (read.containsKey("properties")) {
      read.remove("required");
      read.remove("additionalProperties");
    }
    return read;
  }

  @SuppressWarnings("unchecked")
  private static Object loose(Object value) {
    return switch (value) {
      case Map<?, ?> schema -> read((Map<String, Object>) schema);
      case List<?> list -> {
        List<Object> loose = new ArrayList<>();
        list.forEach(it -> loose.add(loose(it)));
        yield loose;
      }
      default -> value;
    };
  }
}
