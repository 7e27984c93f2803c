package io.cascadeledger.api.operation;

import java.util.Objects;

/**
 * One way in which an operation can succeed.
 *
 * @param status the HTTP status
 * @param description when it is given
 * @param type the record that is the answer's body; its schema is derived from it
 * @param example an instance of the type, for the description
 */
public record Answer(int status, String description, Class<? extends Record> type, Record example) {

  public Answer {
    Objects.requireNonNull(description, "description must not be null");
    if (!type.isInstance(example)) {
      throw new IllegalArgumentException("the example is not a " + type.getSimpleName());
    }
  }
}
