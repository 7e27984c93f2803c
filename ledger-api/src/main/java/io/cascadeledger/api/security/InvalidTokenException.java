package io.cascadeledger.api.security;

/** The token is not accepted; the message says why in words that may be sent to its bearer. */
final class InvalidTokenException extends RuntimeException {

  InvalidTokenException(String message) {
    // Thrown for whatever strangers send: without the cost of a stack trace that nobody reads.
    super(message, null, false, false);
  }
}
