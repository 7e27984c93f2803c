package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameters of requests, in the words of OpenAPI. */
final class CommonParameters {

  private static final Map<String, Object> TEXT = JsonObjects.of("type", "string");

  private CommonParameters() {}

  /** Those that several operations share, by the names that refer to them. */
  static Map<String, Object> all() {
    return JsonObjects.of(
        "clientId",
        parameter(
            "clientId",
            "path",
            true,
            TEXT,
            "The tenant: its name, or the UUID that is made of the name."),
        "triggerName",
        query("triggerName", TEXT, "Recorded as an event of each account or claim."),
        "async",
        query(
            "async",
            FieldSchema.FLAG,
            "The request is stored, and done later; get_action tells the outcome."),
        "sequential",
        query("sequential", FieldSchema.FLAG, "One account or claim after the other."),
        "forceAmountCheck",
        query("forceAmountCheck", FieldSchema.FLAG, "The status follows the amount, both ways."),
        "IdempotencyKey",
        parameter(
            "Idempotency-Key",
            "header",
            false,
            JsonObjects.of(
                "type", "string", "pattern", "^" + Limits.IDEMPOTENCY_KEY.pattern() + "$"),
            "The same key with the same request posts once, for each account or claim of it."));
  }

  /** The names of those that an operation which posts takes. */
  static List<String> ofWrite(String operation) {
    List<String> names = new ArrayList<>(List.of("triggerName", "async", "sequential"));
    if (operation.equals("update_claims") || operation.equals("import_claims")) {
      names.add("forceAmountCheck");
    }
    names.add("IdempotencyKey");
    return names;
  }

  static Map<String, Object> ofQuery(ReadForm.Parameter it) {
    return parameter(it.name(), "query", it.required(), it.schema(), it.meaning());
  }

  static Map<String, Object> basic() {
    return parameter(
        "Authorization", "header", true, TEXT, "Basic, with the client's identifier and secret.");
  }

  private static Map<String, Object> query(
      String name, Map<String, Object> schema, String meaning) {
    return parameter(name, "query", false, schema, meaning);
  }

  private static Map<String, Object> parameter(
      String name, String in, boolean required, Map<String, Object> schema, String meaning) {
    return JsonObjects.of(
        "name",
        name,
        "in",
        in,
        "required",
        required,
        "description",
        meaning.isEmpty() ? null : meaning,
        "schema",
        schema);
  }
}
