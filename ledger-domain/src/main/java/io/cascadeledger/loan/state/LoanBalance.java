package io.cascadeledger.loan.state;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.Owed;
import java.util.function.ToLongFunction;

/**
 * What a loan owes and what it holds, in minor units of its currency. It is the sum of the loan's
 * lines on the receivable and suspense accounts, so the sub-ledger cannot differ from the general
 * ledger.
 *
 * @param penaltiesMinor penalties assessed and not paid
 * @param feesMinor fees assessed and not paid
 * @param interestMinor interest accrued and not paid
 * @param principalMinor principal paid out and not paid back
 * @param suspenseMinor money received for which nothing was owed
 */
public record LoanBalance(
    long penaltiesMinor,
    long feesMinor,
    long interestMinor,
    long principalMinor,
    long suspenseMinor)
    implements Owed {

  /** A loan to which nothing has happened. */
  public static final LoanBalance ZERO = new LoanBalance(0, 0, 0, 0, 0);

  /** A balance without penalties. */
  public LoanBalance(long feesMinor, long interestMinor, long principalMinor, long suspenseMinor) {
    this(0, feesMinor, interestMinor, principalMinor, suspenseMinor);
  }

  /**
   * This balance after an entry's lines.
   *
   * @param lines lines of the loan's currency
   * @return the new balance; its parts may be negative, which the caller must refuse
   * @throws ArithmeticException if a part does not fit a {@code long}
   */
  public LoanBalance plus(Lines lines) {
    return plus(of(lines::debitMinusCredit));
  }

  /**
   * The balance that accounts make.
   *
   * @param debitMinusCredit what was booked to an account, debits less credits, in minor units
   */
  public static LoanBalance of(ToLongFunction<AccountCode> debitMinusCredit) {
    return new LoanBalance(
        debitMinusCredit.applyAsLong(ChartOfAccounts.PENALTIES_RECEIVABLE),
        debitMinusCredit.applyAsLong(ChartOfAccounts.FEES_RECEIVABLE),
        debitMinusCredit.applyAsLong(ChartOfAccounts.INTEREST_RECEIVABLE),
        debitMinusCredit.applyAsLong(ChartOfAccounts.PRINCIPAL_RECEIVABLE),
        Math.negateExact(debitMinusCredit.applyAsLong(ChartOfAccounts.SUSPENSE)));
  }

  /**
   * The sum of two balances.
   *
   * @throws ArithmeticException if a part does not fit a {@code long}
   */
  public LoanBalance plus(LoanBalance other) {
    return new LoanBalance(
        Math.addExact(penaltiesMinor, other.penaltiesMinor),
        Math.addExact(feesMinor, other.feesMinor),
        Math.addExact(interestMinor, other.interestMinor),
        Math.addExact(principalMinor, other.principalMinor),
        Math.addExact(suspenseMinor, other.suspenseMinor));
  }

  @Override
  public long minor(Component component) {
    return switch (component) {
      case PENALTIES -> penaltiesMinor;
      case FEES -> feesMinor;
      case INTEREST -> interestMinor;
      case PRINCIPAL -> principalMinor;
    };
  }

  /** All that is owed, without what is held. */
  public long owedMinor() {
    return Math.addExact(
        Math.addExact(penaltiesMinor, feesMinor), Math.addExact(interestMinor, principalMinor));
  }

  /** Whether nothing is owed and nothing is held. */
  public boolean isZero() {
    return equals(ZERO);
  }

  /** The smallest part. */
  public long smallestMinor() {
    return Math.min(
        penaltiesMinor,
        Math.min(Math.min(feesMinor, interestMinor), Math.min(principalMinor, suspenseMinor)));
  }

  /** The largest part. */
  public long largestMinor() {
    return Math.max(
        penaltiesMinor,
        Math.max(Math.max(feesMinor, interestMinor), Math.max(principalMinor, suspenseMinor)));
  }
}
