package io.cascadeledger.eventstore;

/**
 * Whether the events were stored could not be found out, because the database stayed away. The same
 * request with the same key finds out later, and posts at most once.
 */
public final class AppendOutcomeUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what went wrong. */
  public AppendOutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
