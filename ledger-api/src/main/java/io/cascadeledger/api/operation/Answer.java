package io.cascadeledger.api.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One way in which an operation can succeed.
 *
 * @param status the HTTP status
 * @param description when it is given
 * @param type the record that is the answer's body; its schema is derived from it
 * @param example an instance of the type, for the description
 * @param otherForms in what other forms it can be written, besides JSON
 */
public record Answer(
    int status,
    String description,
    Class<? extends Record> type,
    Record example,
    List<TextForm> otherForms) {

  public Answer {
    Objects.requireNonNull(description, "description must not be null");
    otherForms = List.copyOf(otherForms);
    if (!type.isInstance(example)) {
      throw new IllegalArgumentException("the example is not a " + type.getSimpleName());
    }
  }

  /** An answer in JSON only. */
  public Answer(int status, String description, Class<? extends Record> type, Record example) {
    this(status, description, type, example, List.of());
  }

  Answer or(TextForm form) {
    List<TextForm> forms = new ArrayList<>(otherForms);
    forms.add(form);
    return new Answer(status, description, type, example, forms);
  }
}
