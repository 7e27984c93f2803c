package io.cascadeledger.api.request;

import java.util.Locale;

/** What can be wrong with one part of a request. The lower-case names are part of the API. */
public enum FieldErrorCode {
  /** A field or parameter that must be there is missing or null. */
  REQUIRED,
  /** The body has a field that this operation does not know. */
  UNKNOWN_FIELD,
  /** The query has a parameter that this operation does not know. */
  UNKNOWN_PARAMETER,
  /** The body names a field more than once. */
  DUPLICATE_FIELD,
  /** The query names a parameter more than once. */
  DUPLICATE_PARAMETER,
  /** The value has another JSON type than it must have. */
  WRONG_TYPE,
  /** The value is not written as it must be. */
  INVALID_FORMAT,
  /** An amount is zero where it must be above zero. */
  NOT_POSITIVE,
  /** A number is below its limit. */
  TOO_SMALL,
  /** A number or amount is above its limit. */
  TOO_LARGE,
  /** A text is longer than its limit. */
  TOO_LONG,
  /** A list or metadata has more entries than its limit. */
  TOO_MANY,
  /** The body is nested deeper than any operation needs. */
  TOO_DEEP,
  /** The value is not one of those that are known. */
  UNKNOWN_VALUE,
  /** The body is not one JSON object. */
  MALFORMED_JSON;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in an answer. */
  public String wireName() {
    return wireName;
  }
}
