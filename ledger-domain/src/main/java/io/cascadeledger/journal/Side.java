package io.cascadeledger.journal;

/** The side of an account on which a line stands. */
public enum Side {
  DEBIT,
  CREDIT;

  /** The other side. */
  public Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
