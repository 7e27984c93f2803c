package io.cascadeledger.api.debtor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a request asks for one account, claim or person: all of it is done, or nothing.
 *
 * @param reference what it is for, by which the answer names it
 * @param items what is asked, in its order
 */
record Group(String reference, List<JsonNode> items) {

  Group {
    items = List.copyOf(items);
  }

  /** The texts of a field, one for each item. */
  List<String> texts(String field) {
    return items.stream().map(item -> item.path(field).asString("")).toList();
  }

  /** The groups of an object whose fields are references. */
  static List<Group> ofMap(JsonNode body) {
    if (!body.isObject()) {
      throw new Failure(Failure.BAD_REQUEST, "The body must be an object, by references.");
    }
    return body.properties().stream()
        .map(item -> new Group(item.getKey(), List.of(item.getValue())))
        .toList();
  }

  /**
   * The groups of a list, in the order in which their references occur first.
   *
   * @param field the field of each item that has its reference
   */
  static List<Group> ofList(JsonNode body, String field) {
    if (!body.isArray()) {
      throw new Failure(Failure.BAD_REQUEST, "The body must be a list.");
    }
    Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
    for (int i = 0; i < body.size(); i++) {
      JsonNode reference = body.get(i).path(field);
      if (!reference.isString() && !reference.isNumber()) {
        throw new Failure(
            Failure.BAD_REQUEST, "Item %d of the body has no %s.".formatted(i, field));
      }
      groups.computeIfAbsent(reference.asString(), _ -> new ArrayList<>()).add(body.get(i));
    }
    return groups.entrySet().stream().map(it -> new Group(it.getKey(), it.getValue())).toList();
  }
}
