package io.cascadeledger.waterfall;

/** Where an instalment lies on the day of a payment. */
public enum DueBucket {
  /** It fell due before that day. */
  PAST_DUE,
  /** It falls due on that day. */
  DUE,
  /** It falls due later. */
  IN_ADVANCE
}
