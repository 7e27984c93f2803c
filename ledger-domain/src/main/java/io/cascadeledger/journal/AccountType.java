package io.cascadeledger.journal;

/** What an account is, and so the side on which its balance normally stands. */
public enum AccountType {
  ASSET(Side.DEBIT),
  LIABILITY(Side.CREDIT),
  EQUITY(Side.CREDIT),
  INCOME(Side.CREDIT),
  EXPENSE(Side.DEBIT);

  private final Side normalSide;

  AccountType(Side normalSide) {
    this.normalSide = normalSide;
  }

  /** The side that increases an account of this type. */
  public Side normalSide() {
    return normalSide;
  }
}
