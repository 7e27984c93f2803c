package io.cascadeledger.eventstore.json;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.waterfall.Allocation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of an event's payload, made of its class and of what the class's documentation
 * says: a part is required unless it may be null.
 */
final class EventSchema {

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Map<String, Object> definitions = new TreeMap<>();

  /** The schema of a type of event, as a document. */
  static String of(EventTypes.EventType type) {
    EventSchema schema = new EventSchema();
    DomainDocs docs = DomainDocs.of(type.type());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", "/v1/event-schemas/%s/%d".formatted(type.name(), type.revision()));
    document.put("title", "%s, revision %d".formatted(type.name(), type.revision()));
    document.put("description", docs.summary());
    document.putAll(schema.object(type.type(), null));
    document.put("$defs", schema.definitions);
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(document)
            .replace("\r\n", "\n")
        + "\n";
  }

  private Map<String, Object> object(Class<?> type, String kind) {
    DomainDocs docs = DomainDocs.of(type);
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    if (kind != null) {
      String member = LedgerEntry.class.isAssignableFrom(type) ? "kind" : "type";
      properties.put(member, Map.of("const", kind));
      required.add(member);
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String name = snakeCase(component.getName());
      Map<String, Object> property = new LinkedHashMap<>(schema(component.getGenericType()));
      docs.of(component.getName()).ifPresent(text -> property.put("description", text));
      properties.put(name, property);
      boolean rare = type == Allocation.class && name.equals("penalties_minor");
      if (!docs.mayBeNull(component.getName()) && !rare) {
        required.add(name);
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> schema(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          ordered("type", "array", "items", schema(list.getActualTypeArguments()[0]));
      case ParameterizedType map when map.getRawType() == Map.class -> map(map);
      case Class<?> c when EventParts.KINDS.containsKey(c) ->
          reference(c, () -> oneOf(EventParts.KINDS.get(c)));
      case Class<?> c when c.isEnum() -> ordered("type", "string", "enum", names(c));
      case Class<?> c -> scalar(c);
      default -> throw new IllegalArgumentException("no schema is known for " + type);
    };
  }

  private Map<String, Object> map(ParameterizedType type) {
    Class<?> key = (Class<?>) type.getActualTypeArguments()[0];
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (key.isEnum()) {
      schema.put("propertyNames", ordered("enum", names(key)));
    }
    schema.put("additionalProperties", schema(type.getActualTypeArguments()[1]));
    return schema;
  }

  private Map<String, Object> oneOf(Map<String, Class<?>> kinds) {
    List<Object> all = new ArrayList<>();
    for (Entry<String, Class<?>> kind : kinds.entrySet()) {
      all.add(object(kind.getValue(), kind.getKey()));
    }
    return ordered("oneOf", all);
  }

  private Map<String, Object> scalar(Class<?> type) {
    if (type == String.class) {
      return ordered("type", "string");
    } else if (type == long.class || type == Long.class) {
      return ordered("type", "string", "pattern", "^-?[0-9]{1,19}$");
    } else if (type == int.class || type == Integer.class) {
      return ordered("type", "integer");
    } else if (type == BigInteger.class) {
      return ordered("type", "string", "pattern", "^-?[0-9]+$");
    } else if (type == BigDecimal.class) {
      return ordered("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
    } else if (type == boolean.class || type == Boolean.class) {
      return ordered("type", "boolean");
    } else if (type == UUID.class) {
      return ordered("type", "string", "format", "uuid");
    } else if (type == LocalDate.class) {
      return ordered("type", "string", "format", "date");
    } else if (type == Instant.class) {
      return ordered("type", "string", "format", "date-time");
    } else if (type == Currency.class) {
      return ordered("type", "string", "pattern", "^[A-Z]{3}$");
    }
    return ofLedger(type);
  }

  private Map<String, Object> ofLedger(Class<?> type) {
    if (EventParts.STREAMS.containsKey(type)) {
      return ordered(
          "type",
          "string",
          "pattern",
          "^%s/[a-z0-9][a-z0-9_-]{0,62}/%s$".formatted(EventParts.STREAMS.get(type), UUID_PATTERN));
    } else if (type == ProductId.class) {
      return ordered(
          "type",
          "string",
          "pattern",
          "^%s/[a-z0-9][a-z0-9_-]{0,62}/%s$"
              .formatted(ProductId.STREAM_TYPE, Limits.PRODUCT.pattern()));
    } else if (type == AccountId.class || type == ClaimId.class) {
      String streams = type == AccountId.class ? AccountId.STREAM_TYPE : ClaimId.STREAM_TYPE;
      return ordered(
          "type", "string", "pattern", "^%s/[a-z0-9][a-z0-9_-]{0,62}/.+$".formatted(streams));
    } else if (type == JsonText.class) {
      return ordered(); // any value
    } else if (type == Meta.class) {
      return ordered("type", "object");
    } else if (type == AccountCode.class) {
      return ordered("type", "string", "pattern", "^" + AccountCode.PATTERN.pattern() + "$");
    } else if (type == Lines.class) {
      return ordered("type", "array", "minItems", 2, "items", schema(Line.class));
    } else if (type == Metadata.class) {
      return ordered("type", "object", "additionalProperties", ordered("type", "string"));
    } else if (type.isRecord()) {
      return reference(type, () -> object(type, null));
    }
    throw new IllegalArgumentException("no schema is known for " + type);
  }

  private Map<String, Object> reference(Class<?> type, Supplier<Map<String, Object>> definition) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of()); // for one that contains itself
      definitions.put(name, definition.get());
    }
    return ordered("$ref", "#/$defs/" + name);
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
