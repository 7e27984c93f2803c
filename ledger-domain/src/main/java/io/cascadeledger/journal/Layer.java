package io.cascadeledger.journal;

/**
 * A layer of the books. Each entry is in one of them, and debits equal credits in each; what a loan
 * owes, and what is reported, is what is settled.
 */
public enum Layer {
  /** What has happened. */
  SETTLED,
  /** What is on its way: money that was promised or announced, and may still not come. */
  PENDING,
  /** What is set aside: commitments that bind and that nothing has come of yet. */
  ENCUMBRANCE;

  /**
   * The layer that a stored part names: a part that names none is settled, as nearly all is.
   *
   * @param named the layer, or null
   */
  public static Layer ofNamed(Layer named) {
    return named == null ? SETTLED : named;
  }

  /** How the layer is named in a stored part: null if it is the settled one. */
  public Layer named() {
    return this == SETTLED ? null : this;
  }
}
