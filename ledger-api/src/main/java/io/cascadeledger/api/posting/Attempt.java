package io.cascadeledger.api.posting;

/** What is tried until a request is posted, or it is known why it cannot be. */
interface Attempt {

  /** The request. */
  PostingRequest request();

  /** Whether it opens a loan: then a stream that exists already is a loan that does. */
  default boolean opensLoan() {
    return false;
  }

  /** Tries once. It does not throw; {@link #failure} says what happened. */
  void make();

  /** Why the last attempt stored nothing; null if it succeeded. */
  RuntimeException failure();

  /** What the last attempt has posted, if it succeeded. */
  Posted posted();

  /** How it is refused if its stream is not there. */
  default RuntimeException missing() {
    return Settlement.loanNotFound();
  }

  /** Whether it can go on where another has begun its stream meanwhile. */
  default boolean joins() {
    return false;
  }

  /**
   * Whether the domain refused on what is stored now. If not, it was refused on what has changed
   * since, and the next attempt will see the change.
   */
  boolean isRefusalFinal();
}
