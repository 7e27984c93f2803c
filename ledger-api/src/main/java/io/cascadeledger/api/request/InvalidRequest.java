package io.cascadeledger.api.request;

import io.cascadeledger.limits.Limits;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The request cannot be understood. It carries no stack trace, because it is an answer to the
 * caller and not a fault.
 */
public final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * Refuses a request.
   *
   * @param errors everything that is wrong with it, at least one and at most {@link
   *     Limits#ERRORS_PER_ANSWER}
   */
  public InvalidRequest(List<FieldError> errors) {
    super(summary(errors), null, false, false);
    this.errors = List.copyOf(errors);
  }

  /** Refuses a request for one reason. */
  public InvalidRequest(String field, FieldErrorCode code, String message) {
    this(List.of(new FieldError(field, code, message)));
  }

  /** Everything that is wrong, in the order in which it was found. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Whether the body was not even one JSON object; then that is the only error. */
  public boolean isMalformedJson() {
    return errors.getFirst().code() == FieldErrorCode.MALFORMED_JSON;
  }

  private static String summary(List<FieldError> errors) {
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("an invalid request has at least one error");
    }
    return errors.stream()
        .map(error -> error.field() + " " + error.message())
        .collect(Collectors.joining("; "));
  }
}
