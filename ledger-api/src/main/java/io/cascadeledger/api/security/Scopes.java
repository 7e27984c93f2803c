package io.cascadeledger.api.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scopes a token can carry: each operation of the ledger asks for exactly one. */
public final class Scopes {

  /** Post payments. */
  public static final String PAYMENTS_WRITE = "hpts:payments:write";

  /** Post disbursements. */
  public static final String DISBURSEMENTS_WRITE = "hpts:disbursements:write";

  /** Read balances. */
  public static final String BALANCES_READ = "hpts:balances:read";

  /** Read loans, journal entries and the trial balance. */
  public static final String LEDGER_READ = "hpts:ledger:read";

  /** Open and close loans, and change what they owe. */
  public static final String LOANS_WRITE = "hpts:loans:write";

  /** Define, revise and retire loan products. */
  public static final String PRODUCTS_WRITE = "hpts:products:write";

  /** Post batches of accrued interest. */
  public static final String ACCRUALS_WRITE = "hpts:accruals:write";

  /** Reverse journal entries. */
  public static final String REVERSALS_WRITE = "hpts:reversals:write";

  /** Write manual journal entries. */
  public static final String JOURNAL_WRITE = "hpts:journal:write";

  /** Approve and reject manual journal entries that others have written. */
  public static final String JOURNAL_APPROVE = "hpts:journal:approve";

  /** Change the chart of accounts. */
  public static final String ACCOUNTS_WRITE = "hpts:accounts:write";

  /** Settle how the books are kept. */
  public static final String SETTINGS_WRITE = "hpts:settings:write";

  /** Close accounting periods, and open them again. */
  public static final String PERIODS_WRITE = "hpts:periods:write";

  /** Approve and reject the closing or re-opening of periods that others have asked for. */
  public static final String PERIODS_APPROVE = "hpts:periods:approve";

  /** Import bank statements. */
  public static final String BANK_STATEMENTS_WRITE = "hpts:bank-statements:write";

  /** Every scope and what it allows, in the order they are documented. */
  public static final Map<String, String> DESCRIPTIONS = descriptions();

  private Scopes() {}

  private static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put(
        LOANS_WRITE,
        "Open and close loans, charge, waive and adjust what they owe, charge them off and sell them");
    descriptions.put(PRODUCTS_WRITE, "Define, revise and retire loan products");
    descriptions.put(
        DISBURSEMENTS_WRITE, "Post disbursements, and pay back what is kept for borrowers");
    descriptions.put(ACCRUALS_WRITE, "Post batches of accrued interest");
    descriptions.put(
        PAYMENTS_WRITE, "Post payments, recoveries and chargebacks, and pay out of suspense");
    descriptions.put(REVERSALS_WRITE, "Reverse journal entries, and undo payments that came back");
    descriptions.put(JOURNAL_WRITE, "Write manual journal entries");
    descriptions.put(JOURNAL_APPROVE, "Approve and reject manual journal entries of others");
    descriptions.put(ACCOUNTS_WRITE, "Change the chart of accounts");
    descriptions.put(BANK_STATEMENTS_WRITE, "Import bank statements");
    descriptions.put(PERIODS_WRITE, "Close accounting periods, and open them again");
    descriptions.put(
        PERIODS_APPROVE, "Approve and reject what others ask for of accounting periods");
    descriptions.put(SETTINGS_WRITE, "Settle how the books are kept");
    descriptions.put(
        BALANCES_READ, "Read the balances of loans and accounts, and the trial balance");
    descriptions.put(LEDGER_READ, "Read loans, loan products, payments and journal entries");
    return Collections.unmodifiableMap(descriptions);
  }
}
