package io.cascadeledger.api.history;

import io.cascadeledger.api.json.ApiJson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Compares two states as they are answered, value by value. Of a list it compares the elements that
 * have the same identity, which is the first member of each.
 */
final class StateChanges {

  private StateChanges() {}

  /**
   * What differs.
   *
   * @param before null if there was nothing
   */
  static List<ChangeAnswer> between(Record before, Record after) {
    Map<String, String> was = before == null ? Map.of() : values(before);
    Map<String, String> is = values(after);
    Set<String> paths = new LinkedHashSet<>(is.keySet());
    paths.addAll(was.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(was.get(path), is.get(path)))
        .map(path -> new ChangeAnswer(path, was.get(path), is.get(path)))
        .toList();
  }

  private static Map<String, String> values(Record state) {
    Map<String, String> values = new LinkedHashMap<>();
    add("", ApiJson.MAPPER.valueToTree(state), values);
    return values;
  }

  private static void add(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().forEach(it -> add(below(path, it.getKey()), it.getValue(), values));
    } else if (node.isArray()) {
      node.forEach(element -> add(below(path, identity(element)), element, values));
    } else {
      values.put(path, node.asString());
    }
  }

  private static String identity(JsonNode element) {
    return element.isObject()
        ? element.properties().iterator().next().getValue().asString()
        : element.asString();
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
