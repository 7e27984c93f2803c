package io.cascadeledger.api.description;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.operation.Answer;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.TextForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;

/** What is written as text and not as JSON, as the description has it. */
final class TextContent {

  private TextContent() {}

  /** The other forms of a request's body, by their types. */
  static Map<String, Object> ofBody(Operation operation) {
    Map<String, Object> content = new LinkedHashMap<>();
    operation.translations().forEach(it -> content.put(it.type().toString(), text(it.example())));
    return content;
  }

  /** The other forms of an answer, by their types. */
  static Map<String, Object> ofForms(Answer answer) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (TextForm form : answer.otherForms()) {
      content.put(
          form.type().toString(),
          JsonObjects.of(
              "schema",
              JsonObjects.of("type", "string", "description", form.description()),
              "example",
              form.example().get()));
    }
    return content;
  }

  /** The response of an operation that answers with a text. */
  static Map<String, Object> response(Operation operation) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Map.Entry<MediaType, String> type : operation.texts().entrySet()) {
      content.put(type.getKey().toString(), text(type.getValue()));
    }
    return JsonObjects.of(
        "description",
        "The text, which is written while it is read: one that breaks off is not whole.",
        "headers",
        Headers.ofSuccess(operation),
        "content",
        content);
  }

  private static Map<String, Object> text(String example) {
    return JsonObjects.of("schema", JsonObjects.of("type", "string"), "example", example);
  }
}
