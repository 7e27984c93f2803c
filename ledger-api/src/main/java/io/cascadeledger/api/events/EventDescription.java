package io.cascadeledger.api.events;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.security.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description of the streams of events in AsyncAPI 3. */
public final class EventDescription {

  private static final String HEX = "^[0-9a-f]{64}$";

  private final String version;

  /** The description for a release. */
  public EventDescription(String version) {
    this.version = version;
  }

  /** The document in JSON, indented, with a line break at its end. */
  public String toJson() {
    Map<String, Object> document =
        JsonObjects.of(
            "asyncapi",
            "3.0.0",
            "info",
            info(),
            "servers",
            JsonObjects.of(
                "ledger",
                JsonObjects.of(
                    "host",
                    "{host}",
                    "protocol",
                    "https",
                    "variables",
                    JsonObjects.of("host", JsonObjects.of("default", "localhost:8080")),
                    "security",
                    List.of(reference("securitySchemes", "oauth2")))),
            "defaultContentType",
            "application/json",
            "channels",
            JsonObjects.of(
                "events",
                channel("/v1/events", "All events of the tenant.", null),
                "stream",
                channel(
                    "/v1/streams/{type}/{id}/events",
                    "The events of one stream, such as a loan.",
                    JsonObjects.of(
                        "type",
                        JsonObjects.of("description", "What it is a stream of, such as loan."),
                        "id",
                        JsonObjects.of("description", "Its identifier.")))),
            "operations",
            JsonObjects.of("followEvents", follow("events"), "followStream", follow("stream")),
            "components",
            components());
    return ApiJson.document(document);
  }

  private Map<String, Object> info() {
    return JsonObjects.of(
        "title",
        "Cascade Ledger: events",
        "version",
        version,
        "description",
        "The events as they are stored, in the order in which they were committed. Server-Sent"
            + " Events (`Accept: text/event-stream`) go on with what comes: `id` is the position,"
            + " `event` the type, `data` the message; `Last-Event-ID` resumes. As NDJSON the same"
            + " messages end with the last event that there was. What is asked for, and the"
            + " errors, are in the OpenAPI description.",
        "license",
        JsonObjects.of("name", "Apache License 2.0"));
  }

  private static Map<String, Object> channel(
      String address, String description, Map<String, Object> parameters) {
    Map<String, Object> messages = new LinkedHashMap<>();
    EventSchemas.all().forEach(it -> messages.put(it.name(), reference("messages", it.name())));
    return JsonObjects.of(
        "address",
        address,
        "description",
        description,
        "parameters",
        parameters,
        "messages",
        messages);
  }

  private static Map<String, Object> follow(String channel) {
    return JsonObjects.of(
        "action",
        "send",
        "channel",
        JsonObjects.of("$ref", "#/channels/" + channel),
        "summary",
        "The ledger sends what is recorded.",
        "bindings",
        JsonObjects.of("http", JsonObjects.of("method", "GET", "bindingVersion", "0.3.0")));
  }

  private static Map<String, Object> components() {
    Map<String, Object> messages = new LinkedHashMap<>();
    EventSchemas.all().forEach(it -> messages.put(it.name(), message(it)));
    return JsonObjects.of(
        "messages",
        messages,
        "schemas",
        JsonObjects.of("Event", envelope()),
        "securitySchemes",
        JsonObjects.of(
            "oauth2",
            JsonObjects.of(
                "type",
                "oauth2",
                "flows",
                JsonObjects.of(
                    "clientCredentials",
                    JsonObjects.of(
                        "tokenUrl",
                        "https://localhost:8080/oauth2/token",
                        "availableScopes",
                        JsonObjects.of(
                            Scopes.EVENTS_READ, Scopes.DESCRIPTIONS.get(Scopes.EVENTS_READ)))),
                "scopes",
                List.of(Scopes.EVENTS_READ))));
  }

  private static Map<String, Object> message(EventSchemas.Revision revision) {
    return JsonObjects.of(
        "name",
        revision.type(),
        "title",
        "%s, revision %d".formatted(revision.type(), revision.revision()),
        "payload",
        JsonObjects.of(
            "allOf",
            List.of(
                reference("schemas", "Event"),
                JsonObjects.of(
                    "type",
                    "object",
                    "properties",
                    JsonObjects.of(
                        "type",
                        JsonObjects.of("const", revision.type()),
                        "revision",
                        JsonObjects.of("const", revision.revision()),
                        "payload",
                        JsonObjects.of("$ref", revision.path()))))));
  }

  private static Map<String, Object> envelope() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("position", JsonObjects.of("type", "integer", "minimum", 1));
    properties.put("tenant", string());
    properties.put("stream_type", string());
    properties.put("stream_id", string("format", "uuid"));
    properties.put("sequence", JsonObjects.of("type", "integer", "minimum", 0));
    properties.put("event_id", string("format", "uuid"));
    properties.put("type", string());
    properties.put("revision", JsonObjects.of("type", "integer", "minimum", 1));
    properties.put("effective_date", string("format", "date"));
    properties.put("posted_at", string("format", "date-time"));
    List<String> required =
        List.of(
            "position",
            "tenant",
            "stream_type",
            "stream_id",
            "sequence",
            "event_id",
            "type",
            "revision",
            "effective_date",
            "posted_at",
            "hash",
            "metadata",
            "payload");
    properties.put("idempotency_key", string());
    properties.put("fingerprint", string("pattern", HEX));
    properties.put("hash", string("pattern", HEX));
    properties.put("metadata", JsonObjects.of("type", "object", "additionalProperties", string()));
    properties.put("payload", JsonObjects.of("type", "object"));
    return JsonObjects.of(
        "type",
        "object",
        "description",
        "An event as it is stored. Metadata and payload are byte by byte what was hashed.",
        "properties",
        properties,
        "required",
        required);
  }

  private static Map<String, Object> string(Object... more) {
    Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string"));
    schema.putAll(JsonObjects.of(more));
    return schema;
  }

  private static Map<String, Object> reference(String group, String name) {
    return JsonObjects.of("$ref", "#/components/" + group + "/" + name);
  }
}
