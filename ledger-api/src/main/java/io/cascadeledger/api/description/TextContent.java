package io.cascadeledger.api.description;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.operation.Answer;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.TextForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is written as text and not as JSON, as the description has it. */
final class TextContent {

  private TextContent() {}

  /** The other forms of a request's body, by their types. */
  static Map<String, Object> ofBody(Operation operation) {
    Map<String, Object> content = new LinkedHashMap<>();
    operation.translations().forEach(it -> content.put(it.type().toString(), text(it.example())));
    return content;
  }

  /** The texts as which an answer can be written, by their types. */
  static Map<String, Object> ofAnswer(Answer answer, Components components) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (TextForm form : answer.texts()) {
      Map<String, Object> schema =
          new LinkedHashMap<>(
              form.of() == null
                  ? JsonObjects.of("type", "string")
                  : components.reference(form.of()));
      schema.put("description", form.description());
      content.put(
          form.type().toString(),
          JsonObjects.of("schema", schema, "example", form.example().get()));
    }
    return content;
  }

  private static Map<String, Object> text(String example) {
    return JsonObjects.of("schema", JsonObjects.of("type", "string"), "example", example);
  }
}
