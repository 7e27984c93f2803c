package io.cascadeledger.api.batch;

import io.cascadeledger.limits.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Looks for the key of a payment that could not be read, so that the result can name it. */
final class GivenKey {

  private static final JsonFactory JSON = new JsonFactory();

  private GivenKey() {}

  /** The key; null if there is none before the place where the payment cannot be read. */
  static @Nullable String in(ItemBuffer text) {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), text.bytes(), 0, text.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("idempotency_key")) {
          return value == JsonToken.VALUE_STRING ? wellFormed(parser.getString()) : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (JacksonException e) {
      return null; // what is wrong has been found out before
    }
  }

  private static @Nullable String wellFormed(String key) {
    return Limits.IDEMPOTENCY_KEY.matcher(key).matches() ? key : null;
  }
}
