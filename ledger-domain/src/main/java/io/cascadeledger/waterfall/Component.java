package io.cascadeledger.waterfall;

/** A part of what a loan owes. */
public enum Component {
  PENALTIES,
  FEES,
  INTEREST,
  PRINCIPAL
}
