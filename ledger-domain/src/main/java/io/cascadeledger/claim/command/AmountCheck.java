package io.cascadeledger.claim.command;

/**
 * What a new amount means for the status of a claim. The published API has one name for two of
 * them, {@code forceAmountCheck}: as a query parameter it recomputes, as an option in the body it
 * keeps.
 */
public enum AmountCheck {
  /** Zero resolves an active claim; more than zero leaves a resolved one resolved. */
  NORMAL,
  /** Zero resolves the claim, more than zero reactivates it. */
  RECOMPUTE,
  /** The status stays as it is. */
  KEEP,
  /** Both of these at once, which is refused. */
  CONTRADICTORY;

  /**
   * The check that a caller asks for.
   *
   * @param recompute whether the query parameter is true
   * @param keep whether the option in the body is true
   */
  public static AmountCheck of(boolean recompute, boolean keep) {
    if (recompute) {
      return keep ? CONTRADICTORY : RECOMPUTE;
    }
    return keep ? KEEP : NORMAL;
  }
}
