package io.cascadeledger.projections.balance;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.Side;
import java.math.BigInteger;
import java.util.Currency;

/**
 * What was booked to an account of the general ledger in one currency.
 *
 * @param account the account
 * @param currency the currency
 * @param debitMinor the sum of its debits, in minor units
 * @param creditMinor the sum of its credits, in minor units
 */
public record AccountTotals(
    Account account, Currency currency, BigInteger debitMinor, BigInteger creditMinor) {

  /**
   * The balance on the side on which the account normally stands; negative if it stands on the
   * other.
   */
  public BigInteger normalBalanceMinor() {
    return account.normalSide() == Side.DEBIT
        ? debitMinor.subtract(creditMinor)
        : creditMinor.subtract(debitMinor);
  }
}
