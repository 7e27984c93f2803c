package io.cascadeledger.api.request;

import java.util.Locale;

/**
 * What can be wrong with one part of a request. The lower-case name of a constant is part of the
 * API.
 */
public enum FieldErrorCode {
  REQUIRED("A field or parameter that must be there is missing or null."),
  UNKNOWN_FIELD("The body has a field that this operation does not know."),
  UNKNOWN_PARAMETER("The query has a parameter that this operation does not know."),
  DUPLICATE_FIELD("The body names a field more than once."),
  DUPLICATE_PARAMETER("The query names a parameter more than once."),
  WRONG_TYPE("The value has another JSON type than it must have."),
  INVALID_FORMAT("The value is not written as it must be."),
  NOT_POSITIVE("An amount is zero where it must be above zero."),
  TOO_SMALL("A number is below its limit."),
  TOO_LARGE("A number or amount is above its limit."),
  TOO_LONG("A text is longer than its limit."),
  TOO_MANY("A list or metadata has more entries than its limit."),
  TOO_DEEP("The body is nested deeper than any operation needs."),
  UNKNOWN_VALUE("The value is not one of those that are known."),
  MALFORMED_JSON("The body is not one JSON object.");

  private final String meaning;
  private final String wireName = name().toLowerCase(Locale.ROOT);

  FieldErrorCode(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it stands in an answer. */
  public String wireName() {
    return wireName;
  }

  /** A sentence that says what the code means. */
  public String meaning() {
    return meaning;
  }
}
