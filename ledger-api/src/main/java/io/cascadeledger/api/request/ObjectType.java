package io.cascadeledger.api.request;

import java.util.Map;
import tools.jackson.core.JsonToken;

/**
 * An object within an object.
 *
 * @param body the inner object's fields
 */
record ObjectType(Body body) implements ValueType<Values> {

  @Override
  public Values read(Reading reading) {
    if (reading.parser().currentToken() != JsonToken.START_OBJECT) {
      return reading.rejectType("must be an object");
    }
    int mark = reading.enter();
    Values values = body.readObject(reading);
    reading.leave(mark);
    return values;
  }

  @Override
  public void addTo(Fingerprint fingerprint, Values value) {
    value.addTo(fingerprint);
  }

  @Override
  public Map<String, Object> schema() {
    return body.reference();
  }
}
