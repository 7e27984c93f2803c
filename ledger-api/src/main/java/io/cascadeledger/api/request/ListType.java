package io.cascadeledger.api.request;

import io.cascadeledger.api.json.JsonObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A list of objects. It may be empty as far as reading goes; whether that makes sense is the
 * domain's to say.
 *
 * @param item the fields of each object
 * @param itemsMax the most objects that the list may have
 */
record ListType(Body item, int itemsMax) implements ValueType<List<Values>> {

  @Override
  public List<Values> read(Reading reading) {
    JsonParser parser = reading.parser();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return reading.rejectType("must be an array of objects");
    }
    List<Values> items = new ArrayList<>();
    int mark = reading.enter();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count < itemsMax) {
        items.add(readItem(count, reading));
      } else {
        parser.skipChildren();
      }
      count++;
    }
    if (count > itemsMax) {
      reading.reject(
          FieldErrorCode.TOO_MANY, "must have at most %d items, not %d".formatted(itemsMax, count));
    }
    reading.leave(mark);
    return items;
  }

  private Values readItem(int index, Reading reading) {
    int mark = reading.enterItem(index);
    Values values =
        reading.parser().currentToken() == JsonToken.START_OBJECT
            ? item.readObject(reading)
            : reading.rejectType("must be an object");
    reading.leave(mark);
    return values;
  }

  @Override
  public void addTo(Fingerprint fingerprint, List<Values> values) {
    fingerprint.add(values.size());
    values.forEach(value -> value.addTo(fingerprint));
  }

  @Override
  public Map<String, Object> schema() {
    return JsonObjects.of("type", "array", "items", item.reference(), "maxItems", itemsMax);
  }
}
