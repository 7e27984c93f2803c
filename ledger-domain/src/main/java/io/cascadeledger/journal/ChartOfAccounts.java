package io.cascadeledger.journal;

import java.util.List;
import java.util.Optional;

/**
 * The general ledger accounts that loan movements are booked to. The codes 1000, 1100 and 1200 are
 * those of the published posting API; the others follow the usual ranges: 1xxx assets, 2xxx
 * liabilities, 4xxx income.
 */
public final class ChartOfAccounts {

  public static final AccountCode CASH_CLEARING = new AccountCode("1000");
  public static final AccountCode DISBURSEMENT_CLEARING = new AccountCode("1010");
  public static final AccountCode PRINCIPAL_RECEIVABLE = new AccountCode("1100");
  public static final AccountCode INTEREST_RECEIVABLE = new AccountCode("1200");
  public static final AccountCode FEES_RECEIVABLE = new AccountCode("1300");
  public static final AccountCode SUSPENSE = new AccountCode("2100");
  public static final AccountCode INTEREST_INCOME = new AccountCode("4100");
  public static final AccountCode FEE_INCOME = new AccountCode("4200");

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account(
              CASH_CLEARING,
              "Cash Clearing",
              AccountType.ASSET,
              "Money received from borrowers, until it is matched to the bank statement."),
          new Account(
              DISBURSEMENT_CLEARING,
              "Disbursement Clearing",
              AccountType.ASSET,
              "Money sent to borrowers, until the bank has settled it."),
          new Account(
              PRINCIPAL_RECEIVABLE,
              "Principal Receivable",
              AccountType.ASSET,
              "Principal that borrowers owe."),
          new Account(
              INTEREST_RECEIVABLE,
              "Interest Receivable",
              AccountType.ASSET,
              "Interest accrued and not yet paid."),
          new Account(
              FEES_RECEIVABLE,
              "Fees Receivable",
              AccountType.ASSET,
              "Fees assessed and not yet paid."),
          new Account(
              SUSPENSE,
              "Unapplied Payments (Suspense)",
              AccountType.LIABILITY,
              "Money received beyond what the loan owed, which still belongs to the borrower."),
          new Account(
              INTEREST_INCOME,
              "Interest Income",
              AccountType.INCOME,
              "Interest earned, recognised when it accrues."),
          new Account(
              FEE_INCOME,
              "Fee Income",
              AccountType.INCOME,
              "Fees earned, recognised when they are assessed."));

  private ChartOfAccounts() {}

  /** All accounts, by code. */
  public static List<Account> accounts() {
    return ACCOUNTS;
  }

  /**
   * The account of a code.
   *
   * @param code four digits
   * @return the account, or empty if the chart has none of that code
   */
  public static Optional<Account> find(AccountCode code) {
    return ACCOUNTS.stream().filter(account -> account.code().equals(code)).findFirst();
  }
}
