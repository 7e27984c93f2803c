package io.cascadeledger.sealing;

/** There is no master key, so that nothing can be sealed and nothing opened. */
public final class NoMasterKeyException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is missing.
   *
   * @param message what is to be set, for the operator
   */
  public NoMasterKeyException(String message) {
    super(message);
  }
}
