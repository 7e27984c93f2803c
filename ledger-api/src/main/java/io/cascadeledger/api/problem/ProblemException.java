package io.cascadeledger.api.problem;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * Ends the handling of a request with a problem as its answer. It carries no stack trace, because
 * it is an answer and not a fault.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Problem.ErrorItem> errors;
  private final transient HttpHeaders headers;

  /**
   * Ends a request with a problem.
   *
   * @param detail a sentence with the facts of this request, for the caller's eyes
   */
  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, List.of(), HttpHeaders.EMPTY);
  }

  /** Ends a request with a problem whose title says everything. */
  public ProblemException(ProblemCode code) {
    this(code, code.title() + ".");
  }

  /** Ends a request with a problem, naming the parts of the request that are at fault. */
  public ProblemException(ProblemCode code, String detail, List<Problem.ErrorItem> errors) {
    this(code, detail, errors, HttpHeaders.EMPTY);
  }

  /**
   * Ends a request with a problem.
   *
   * @param detail a sentence with the facts of this request, for the caller's eyes
   * @param errors the parts of the request that are at fault; empty if it is not one of them
   * @param headers what the answer's headers are to say besides
   */
  public ProblemException(
      ProblemCode code, String detail, List<Problem.ErrorItem> errors, HttpHeaders headers) {
    super(detail, null, false, false);
    this.code = Objects.requireNonNull(code, "code must not be null");
    this.errors = List.copyOf(errors);
    this.headers = headers;
  }

  /** What is wrong. */
  public ProblemCode code() {
    return code;
  }

  /** The parts of the request that are at fault. */
  public List<Problem.ErrorItem> errors() {
    return errors;
  }

  /** What the answer's headers say besides. */
  public HttpHeaders headers() {
    return headers;
  }
}
