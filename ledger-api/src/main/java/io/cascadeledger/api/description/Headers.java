package io.cascadeledger.api.description;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;

/** The headers that requests and answers share, as the description has them. */
final class Headers {

  private static final Map<String, Object> POSITION_SCHEMA =
      JsonObjects.of("type", "string", "pattern", "^[0-9]{1,18}$", "examples", List.of("4711"));

  private Headers() {}

  /** The headers that a request may or must have. */
  static List<Object> references(Operation operation) {
    List<Object> references = new ArrayList<>();
    if (operation.idempotent()) {
      references.add(JsonObjects.of("$ref", "#/components/parameters/IdempotencyKey"));
    }
    if (operation.scope() != null && operation.method().equals(HttpMethod.GET)) {
      references.add(JsonObjects.of("$ref", "#/components/parameters/LedgerPosition"));
    }
    references.add(JsonObjects.of("$ref", "#/components/parameters/Traceparent"));
    return references;
  }

  /** The declarations that {@link #references} point to. */
  static Map<String, Object> parameters() {
    return JsonObjects.of(
        "IdempotencyKey",
        parameter(
            "Idempotency-Key",
            true,
            "Names the event that the request posts, in words of your own. The same key with the"
                + " same request is posted once and answered the same each time; the same key with"
                + " another request is refused. Keys never expire. Not needed with dry_run=true.",
            JsonObjects.of(
                "type",
                "string",
                "pattern",
                "^" + Limits.IDEMPOTENCY_KEY.pattern() + "$",
                "examples",
                List.of("payment:loan_42:proc_txn_abc123"))),
        "LedgerPosition",
        parameter(
            "Ledger-Position",
            false,
            "The Ledger-Position of a write that the answer must already reflect.",
            POSITION_SCHEMA),
        "Traceparent",
        parameter(
            CorrelationId.TRACEPARENT,
            false,
            "The W3C trace context; its trace becomes the correlation of all that the request"
                + " causes.",
            JsonObjects.of(
                "type",
                "string",
                "examples",
                List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))));
  }

  /** The headers that a success may have. */
  static Map<String, Object> ofSuccess(Operation operation) {
    if (operation.scope() == null || operation.many()) {
      return null;
    }
    return operation.idempotent()
        ? JsonObjects.of(
            "Ledger-Position", reference("LedgerPosition"),
            "Idempotency-Replayed", reference("IdempotencyReplayed"))
        : JsonObjects.of(
            "Ledger-Position", reference("LedgerPosition"),
            "Ledger-Lag", reference("LedgerLag"));
  }

  /** The declarations of the headers of answers. */
  static Map<String, Object> answers() {
    return JsonObjects.of(
        "LedgerPosition",
        JsonObjects.of(
            "description",
            "How far the ledger had come: after a write, the position of its last event; after a"
                + " read, the position that the answer reflects.",
            "schema",
            POSITION_SCHEMA),
        "LedgerLag",
        JsonObjects.of(
            "description",
            "How many events the answer lacks of what was asked for. It is there only if the read"
                + " model did not catch up in time.",
            "schema",
            POSITION_SCHEMA),
        "IdempotencyReplayed",
        JsonObjects.of(
            "description",
            "Is true if the request was posted before, and this is the first answer once more.",
            "schema",
            JsonObjects.of("type", "string", "enum", List.of("true"))),
        "RetryAfter",
        JsonObjects.of(
            "description",
            "How many seconds to wait before the next attempt.",
            "schema",
            JsonObjects.of("type", "integer", "minimum", 1)));
  }

  static Map<String, Object> reference(String header) {
    return JsonObjects.of("$ref", "#/components/headers/" + header);
  }

  private static Map<String, Object> parameter(
      String name, boolean required, String description, Map<String, Object> schema) {
    return JsonObjects.of(
        "name",
        name,
        "in",
        "header",
        "required",
        required,
        "description",
        description,
        "schema",
        schema);
  }
}
