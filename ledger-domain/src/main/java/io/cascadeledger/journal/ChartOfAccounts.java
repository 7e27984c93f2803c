package io.cascadeledger.journal;

import java.util.List;
import java.util.Optional;

/**
 * The general ledger accounts that movements of loans, debtor accounts and claims are booked to:
 * the part of the chart that every tenant has. The codes 1000, 1100 and 1200 are those of the
 * published posting API; the others follow the usual ranges: 1xxx assets, 2xxx liabilities, 4xxx
 * income, 5xxx expenses.
 */
public final class ChartOfAccounts {

  public static final AccountCode CASH_CLEARING = new AccountCode("1000");
  public static final AccountCode DISBURSEMENT_CLEARING = new AccountCode("1010");
  public static final AccountCode SALE_CLEARING = new AccountCode("1020");
  public static final AccountCode COLLECTIONS_CLEARING = new AccountCode("1030");
  public static final AccountCode PRINCIPAL_RECEIVABLE = new AccountCode("1100");
  public static final AccountCode INTEREST_RECEIVABLE = new AccountCode("1200");
  public static final AccountCode FEES_RECEIVABLE = new AccountCode("1300");
  public static final AccountCode PENALTIES_RECEIVABLE = new AccountCode("1400");
  public static final AccountCode CLAIMS_RECEIVABLE = new AccountCode("1500");
  public static final AccountCode CLAIM_FEES_RECEIVABLE = new AccountCode("1510");
  public static final AccountCode SUSPENSE = new AccountCode("2100");
  public static final AccountCode UNAPPLIED_CREDIT = new AccountCode("2200");
  public static final AccountCode CLAIMS_PLACED = new AccountCode("2300");
  public static final AccountCode INTEREST_INCOME = new AccountCode("4100");
  public static final AccountCode FEE_INCOME = new AccountCode("4200");
  public static final AccountCode PENALTY_INCOME = new AccountCode("4300");
  public static final AccountCode RECOVERY_INCOME = new AccountCode("4400");
  public static final AccountCode SALE_RESULT = new AccountCode("4500");
  public static final AccountCode CLAIM_FEE_INCOME = new AccountCode("4600");
  public static final AccountCode WAIVERS = new AccountCode("5100");
  public static final AccountCode CHARGE_OFF_LOSSES = new AccountCode("5200");
  public static final AccountCode WRITE_OFF_LOSSES = new AccountCode("5300");
  public static final AccountCode GOODWILL = new AccountCode("5400");
  public static final AccountCode CLAIM_DISCOUNTS = new AccountCode("5500");
  public static final AccountCode ADJUSTMENTS = new AccountCode("5900");
  public static final AccountCode CLAIM_ADJUSTMENTS = new AccountCode("5910");

  private static final List<Account> ACCOUNTS =
      List.of(
          clearing(
              CASH_CLEARING,
              "Cash Clearing",
              AccountType.ASSET,
              "Money received from borrowers, until it is matched to the bank statement."),
          clearing(
              DISBURSEMENT_CLEARING,
              "Disbursement Clearing",
              AccountType.ASSET,
              "Money sent to borrowers, until the bank has settled it."),
          clearing(
              SALE_CLEARING,
              "Loan Sale Clearing",
              AccountType.ASSET,
              "The price of loans sold, until the buyer has paid it."),
          clearing(
              COLLECTIONS_CLEARING,
              "Collections Clearing",
              AccountType.ASSET,
              "Money received from debtors, until it is matched to the bank statement."),
          control(
              PRINCIPAL_RECEIVABLE,
              "Principal Receivable",
              AccountType.ASSET,
              "Principal that borrowers owe."),
          control(
              INTEREST_RECEIVABLE,
              "Interest Receivable",
              AccountType.ASSET,
              "Interest accrued and not yet paid."),
          control(
              FEES_RECEIVABLE,
              "Fees Receivable",
              AccountType.ASSET,
              "Fees assessed and not yet paid."),
          control(
              PENALTIES_RECEIVABLE,
              "Penalties Receivable",
              AccountType.ASSET,
              "Penalties assessed and not yet paid."),
          control(
              CLAIMS_RECEIVABLE,
              "Claims Receivable",
              AccountType.ASSET,
              "What debtors owe of invoices, claims and other debits, without fees."),
          control(
              CLAIM_FEES_RECEIVABLE,
              "Claim Fees Receivable",
              AccountType.ASSET,
              "Fees of debtor accounts and claims, not yet paid."),
          control(
              SUSPENSE,
              "Unapplied Payments (Suspense)",
              AccountType.LIABILITY,
              "Money received beyond what the loan owed, which still belongs to the borrower."),
          control(
              UNAPPLIED_CREDIT,
              "Unapplied Credit of Debtors",
              AccountType.LIABILITY,
              "Money of debtors that pays nothing yet, and credits granted to their accounts."),
          account(
              CLAIMS_PLACED,
              "Claims Placed",
              AccountType.LIABILITY,
              "The other side of invoices and claims, until the creditor's books take them over."),
          account(
              INTEREST_INCOME,
              "Interest Income",
              AccountType.INCOME,
              "Interest earned, recognised when it accrues."),
          account(
              FEE_INCOME,
              "Fee Income",
              AccountType.INCOME,
              "Fees earned, recognised when they are assessed."),
          account(
              PENALTY_INCOME,
              "Penalty Income",
              AccountType.INCOME,
              "Penalties earned, recognised when they are assessed."),
          account(
              RECOVERY_INCOME,
              "Recovery Income",
              AccountType.INCOME,
              "Money received for loans that were charged off or written off."),
          account(
              SALE_RESULT,
              "Result of Loan Sales",
              AccountType.INCOME,
              "Prices of loans sold less what they owed; a loss stands on the debit side."),
          account(
              CLAIM_FEE_INCOME,
              "Claim Fee Income",
              AccountType.INCOME,
              "Fees of debtor accounts and claims, recognised when they are charged."),
          account(
              WAIVERS,
              "Waivers Granted",
              AccountType.EXPENSE,
              "Fees, penalties and interest that the lender has waived."),
          account(
              CHARGE_OFF_LOSSES,
              "Charge-Off Losses",
              AccountType.EXPENSE,
              "What charged-off loans owed when they were charged off."),
          account(
              WRITE_OFF_LOSSES,
              "Write-Off Losses",
              AccountType.EXPENSE,
              "What the lender has given up for good."),
          account(
              GOODWILL,
              "Goodwill Credits",
              AccountType.EXPENSE,
              "What the lender has paid in place of borrowers."),
          account(
              CLAIM_DISCOUNTS,
              "Claim Discounts",
              AccountType.EXPENSE,
              "What was let off invoices and fees of debtor accounts."),
          account(
              ADJUSTMENTS,
              "Manual Adjustments",
              AccountType.EXPENSE,
              "The other side of manual adjustments, with their reasons."),
          account(
              CLAIM_ADJUSTMENTS,
              "Claim Adjustments",
              AccountType.EXPENSE,
              "The other side of adjustments, credits and debits of debtor accounts and claims."));

  private ChartOfAccounts() {}

  /** What it stands at is the sum of what loans, or debtor accounts and claims, stand at. */
  private static Account control(AccountCode code, String name, AccountType type, String purpose) {
    return new Account(definition(code, name, type, false, purpose), true, true);
  }

  /** It returns to zero when money that is on its way has arrived. */
  private static Account clearing(AccountCode code, String name, AccountType type, String purpose) {
    return new Account(definition(code, name, type, true, purpose), false, true);
  }

  private static Account account(AccountCode code, String name, AccountType type, String purpose) {
    return new Account(definition(code, name, type, false, purpose), false, true);
  }

  private static AccountDefinition definition(
      AccountCode code, String name, AccountType type, boolean clearing, String purpose) {
    return new AccountDefinition(
        code, name, type, type.normalSide(), null, clearing, List.of(), purpose);
  }

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
