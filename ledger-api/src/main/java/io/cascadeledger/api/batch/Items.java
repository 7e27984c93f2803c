package io.cascadeledger.api.batch;

import io.cascadeledger.api.problem.ProblemException;

/** The items of a body one after another, still unread. */
interface Items {

  /**
   * Goes to the next item.
   *
   * @return false if there is none, because the body has ended
   * @throws ProblemException if the body cannot be read any further; {@link #number} says where
   */
  boolean next();

  /** Which item this is, counted from 1: the line of NDJSON, or the place in an array. */
  int number();

  /** What the item says, as far as it is not too long; valid until the next one. */
  ItemBuffer text();
}
