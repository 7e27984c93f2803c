package io.cascadeledger.sealing;

/** What was sealed cannot be opened: the key is another, or it was tampered with. */
public final class SealBrokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealBrokenException() {
    super("the seal cannot be opened with this key");
  }
}
