package io.cascadeledger.api.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One way in which an operation can succeed.
 *
 * @param status the HTTP status
 * @param description when it is given
 * @param type the record that is the answer's body in JSON, whose schema is derived from it; null
 *     if it is only written as a text
 * @param example an instance of the type, for the description; null if there is no type
 * @param texts in what forms it can be written besides JSON, or instead of it
 */
public record Answer(
    int status,
    String description,
    Class<? extends Record> type,
    Record example,
    List<TextForm> texts) {

  /** Success with a text. */
  static final Answer WRITTEN_WHILE_READ =
      new Answer(
          200,
          "The text, which is written while it is read: one that breaks off is not whole.",
          null,
          null,
          List.of());

  public Answer {
    Objects.requireNonNull(description, "description must not be null");
    texts = List.copyOf(texts);
    if (type != null && !type.isInstance(example)) {
      throw new IllegalArgumentException("the example is not a " + type.getSimpleName());
    }
  }

  /** An answer in JSON only. */
  public Answer(int status, String description, Class<? extends Record> type, Record example) {
    this(status, description, type, example, List.of());
  }

  /** Whether it is written as JSON, unless another form is asked for. */
  public boolean isInJson() {
    return type != null;
  }

  Answer or(TextForm form) {
    List<TextForm> forms = new ArrayList<>(texts);
    forms.add(form);
    return new Answer(status, description, type, example, forms);
  }
}
