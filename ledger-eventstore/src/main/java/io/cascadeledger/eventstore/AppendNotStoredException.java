package io.cascadeledger.eventstore;

/** The events were certainly not stored, through no fault of the command: it may be sent again. */
public final class AppendNotStoredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public AppendNotStoredException(String message, Throwable cause) {
    super(message, cause);
  }
}
