package io.cascadeledger.api.debtor;

import org.springframework.http.HttpStatus;

/** A request as a whole is not served. It carries no stack trace: it is an answer. */
final class Failure extends RuntimeException {

  static final HttpStatus BAD_REQUEST = HttpStatus.BAD_REQUEST;

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  /**
   * Ends a request.
   *
   * @param message a sentence for the caller
   */
  Failure(HttpStatus status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
