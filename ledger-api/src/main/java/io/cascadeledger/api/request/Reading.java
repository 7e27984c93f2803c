package io.cascadeledger.api.request;

import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One request while it is read: where the reader stands, and what was wrong so far. The path of the
 * current field is only put together when there is something to say about it.
 */
final class Reading {

  private static final int NAME_CHARACTERS = 64;

  private final JsonParser parser;
  private final List<FieldError> errors = new ArrayList<>(0);
  private final StringBuilder parents = new StringBuilder();
  private String name;

  /**
   * Begins to read.
   *
   * @param parser the body's tokens; null if parameters are read
   */
  Reading(JsonParser parser) {
    this.parser = parser;
  }

  JsonParser parser() {
    return parser;
  }

  /** Moves to a field of the current object; null for the object itself. */
  void at(String name) {
    this.name = name;
  }

  /**
   * Goes down into the current field, an object.
   *
   * @return where to {@link #leave} to
   */
  int enter() {
    int mark = parents.length();
    if (mark > 0) {
      parents.append('.');
    }
    parents.append(name);
    name = null;
    return mark;
  }

  /**
   * Goes down into an item of the list that was entered last.
   *
   * @return where to {@link #leave} to
   */
  int enterItem(int index) {
    int mark = parents.length();
    parents.append('[').append(index).append(']');
    name = null;
    return mark;
  }

  /** Goes up again. */
  void leave(int mark) {
    parents.setLength(mark);
    name = null;
  }

  /**
   * Notes that something is wrong with the current field.
   *
   * @return null, the value of a field that is wrong
   * @throws InvalidRequest if no further error would be listed
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the result is null, which has every type
  <T> T reject(FieldErrorCode code, String message) {
    errors.add(new FieldError(path(), code, message));
    if (errors.size() == Limits.ERRORS_PER_ANSWER) {
      throw new InvalidRequest(errors);
    }
    return null;
  }

  /** Notes that the current token has the wrong JSON type, and skips it. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the result is null, which has every type
  <T> T rejectType(String expected) {
    JsonToken token = parser.currentToken();
    parser.skipChildren();
    return reject(FieldErrorCode.WRONG_TYPE, expected + ", not " + describe(token));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidRequest if anything was wrong
   */
  void requireNoError() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  private String path() {
    if (name == null) {
      return parents.isEmpty() ? FieldError.BODY : parents.toString();
    }
    String shown =
        name.length() > NAME_CHARACTERS ? name.substring(0, NAME_CHARACTERS) + "…" : name;
    return parents.isEmpty() ? shown : parents + "." + shown;
  }

  static String describe(JsonToken token) {
    return switch (token) {
      case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
      case START_ARRAY, END_ARRAY -> "an array";
      case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL, NOT_AVAILABLE -> "null";
    };
  }
}
