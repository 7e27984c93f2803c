package io.cascadeledger.api.movement;

import io.cascadeledger.api.posting.Posted;

/** How an answer says that nothing was stored. */
public final class Rehearsed {

  /** What {@code dry_run} means in an answer, for the description. */
  public static final String MEANING =
      "Is true if the request was only tried; then the identifiers are of nothing that is stored.";

  private Rehearsed() {}

  /** True, or null if it was stored. */
  public static Boolean flag(Posted posted) {
    return posted.rehearsed() ? true : null;
  }
}
