package io.cascadeledger.projections.statement;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import java.math.BigInteger;
import java.util.Map;

/**
 * What happened in the period of a statement, in minor units. Corrections count in what they
 * correct. What is owed at the end, less what is kept for the borrower, is what it was at the
 * beginning, and all of these together, with what was paid and waived taken away.
 *
 * @param disbursedMinor principal paid out
 * @param interestMinor interest charged
 * @param feesMinor fees charged
 * @param penaltiesMinor penalties charged
 * @param paidMinor money received, less what was paid back
 * @param waivedMinor what the lender has waived
 * @param otherMinor the rest: charge-offs, recoveries, sales, goodwill, manual adjustments
 */
public record StatementTotals(
    BigInteger disbursedMinor,
    BigInteger interestMinor,
    BigInteger feesMinor,
    BigInteger penaltiesMinor,
    BigInteger paidMinor,
    BigInteger waivedMinor,
    BigInteger otherMinor) {

  /**
   * The totals of what was booked in a period.
   *
   * @param booked debits less credits of each account that was booked to; they sum to zero
   */
  static StatementTotals of(Map<AccountCode, BigInteger> booked) {
    BigInteger disbursed = of(booked, ChartOfAccounts.DISBURSEMENT_CLEARING).negate();
    BigInteger interest = of(booked, ChartOfAccounts.INTEREST_INCOME).negate();
    BigInteger fees = of(booked, ChartOfAccounts.FEE_INCOME).negate();
    BigInteger penalties = of(booked, ChartOfAccounts.PENALTY_INCOME).negate();
    BigInteger paid = of(booked, ChartOfAccounts.CASH_CLEARING);
    BigInteger waived = of(booked, ChartOfAccounts.WAIVERS);
    BigInteger net =
        of(booked, ChartOfAccounts.PRINCIPAL_RECEIVABLE)
            .add(of(booked, ChartOfAccounts.INTEREST_RECEIVABLE))
            .add(of(booked, ChartOfAccounts.FEES_RECEIVABLE))
            .add(of(booked, ChartOfAccounts.PENALTIES_RECEIVABLE))
            .add(of(booked, ChartOfAccounts.SUSPENSE));
    BigInteger explained =
        disbursed.add(interest).add(fees).add(penalties).subtract(paid).subtract(waived);
    return new StatementTotals(
        disbursed, interest, fees, penalties, paid, waived, net.subtract(explained));
  }

  private static BigInteger of(Map<AccountCode, BigInteger> booked, AccountCode account) {
    return booked.getOrDefault(account, BigInteger.ZERO);
  }
}
