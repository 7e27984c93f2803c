package io.cascadeledger.api.posting;

/**
 * All that a command asks for had happened before. It ends an attempt as a refusal does: another
 * node may know better, and there is nothing to store.
 */
final class NothingToDo extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingToDo() {
    super("all of it had happened before", null, false, false);
  }
}
