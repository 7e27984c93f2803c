package io.cascadeledger.api.debtor;

/** An item of a request is not as it must be. It carries no stack trace: it is an answer. */
final class ItemFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message a sentence that names the place and shows nothing of a person
   */
  ItemFault(String message) {
    super(message, null, false, false);
  }
}
