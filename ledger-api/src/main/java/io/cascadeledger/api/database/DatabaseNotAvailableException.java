package io.cascadeledger.api.database;

/** There is no database to work with. The message says why, to whoever runs the ledger. */
public final class DatabaseNotAvailableException extends RuntimeException {

  /**
   * There is none.
   *
   * @param cause null if the message says all
   */
  public DatabaseNotAvailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
