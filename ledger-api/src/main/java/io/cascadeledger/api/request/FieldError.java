package io.cascadeledger.api.request;

import java.util.Objects;

/**
 * One thing that is wrong with a request.
 *
 * @param field the path of the field, such as {@code loans[3].interest_minor}; the name of a
 *     parameter; or {@value #BODY} for the body as a whole
 * @param code what is wrong, for programs
 * @param message what is wrong, for people: it completes the sentence that begins with the field
 */
public record FieldError(String field, FieldErrorCode code, String message) {

  /** The field of an error that concerns the body as a whole. */
  public static final String BODY = "body";

  public FieldError {
    Objects.requireNonNull(field, "field must not be null");
    Objects.requireNonNull(code, "code must not be null");
    Objects.requireNonNull(message, "message must not be null");
  }
}
