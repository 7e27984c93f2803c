package io.cascadeledger.api.importing;

/** An import that cannot go on; what it has posted is posted. */
public final class ImportFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportFailedException(String message) {
    super(message);
  }

  ImportFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
