package io.cascadeledger.api.request;

import io.cascadeledger.api.json.JsonObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A list of words out of a known set, at least one, each once.
 *
 * @param known the words that there are
 */
record WordsType(Set<String> known) implements ValueType<List<String>> {

  WordsType {
    known = Set.copyOf(known);
  }

  @Override
  public List<String> read(Reading reading) {
    JsonParser parser = reading.parser();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return reading.rejectType("must be an array of strings");
    }
    List<String> words = new ArrayList<>();
    int mark = reading.enter();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count < known.size()) {
        readWord(count, words, reading);
      } else {
        parser.skipChildren();
      }
      count++;
    }
    if (count == 0) {
      reading.reject(FieldErrorCode.INVALID_FORMAT, "must have at least one item");
    }
    if (count > known.size()) {
      reading.reject(
          FieldErrorCode.TOO_MANY,
          "must have at most %d items, not %d".formatted(known.size(), count));
    }
    reading.leave(mark);
    return words;
  }

  private void readWord(int index, List<String> words, Reading reading) {
    int mark = reading.enterItem(index);
    JsonParser parser = reading.parser();
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      reading.rejectType("must be a string");
    } else if (!known.contains(parser.getString())) {
      reading.reject(
          FieldErrorCode.UNKNOWN_VALUE,
          "must be one of " + String.join(", ", new TreeSet<>(known)));
    } else if (words.contains(parser.getString())) {
      reading.reject(FieldErrorCode.DUPLICATE_FIELD, "must be given once");
    } else {
      words.add(parser.getString());
    }
    reading.leave(mark);
  }

  @Override
  public void addTo(Fingerprint fingerprint, List<String> words) {
    fingerprint.add(words.size());
    words.forEach(fingerprint::add);
  }

  @Override
  public Map<String, Object> schema() {
    return JsonObjects.of(
        "type",
        "array",
        "items",
        JsonObjects.of("type", "string", "enum", List.copyOf(new TreeSet<>(known))),
        "minItems",
        1,
        "uniqueItems",
        true);
  }
}
