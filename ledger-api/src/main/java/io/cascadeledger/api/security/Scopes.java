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

  /** Post batches of accrued interest. */
  public static final String ACCRUALS_WRITE = "hpts:accruals:write";

  /** Reverse journal entries. */
  public static final String REVERSALS_WRITE = "hpts:reversals:write";

  /** Read the events as they are stored. */
  public static final String EVENTS_READ = "hpts:events:read";

  /** Every scope and what it allows, in the order they are documented. */
  public static final Map<String, String> DESCRIPTIONS = descriptions();

  private Scopes() {}

  private static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put(
        LOANS_WRITE,
        "Open and close loans, charge, waive and adjust what they owe, charge them off and sell them");
    descriptions.put(
        DISBURSEMENTS_WRITE, "Post disbursements, and pay back what is kept for borrowers");
    descriptions.put(ACCRUALS_WRITE, "Post batches of accrued interest");
    descriptions.put(
        PAYMENTS_WRITE, "Post payments, recoveries and chargebacks, and pay out of suspense");
    descriptions.put(REVERSALS_WRITE, "Reverse journal entries, and undo payments that came back");
    descriptions.put(
        BALANCES_READ, "Read the balances of loans and accounts, and the trial balance");
    descriptions.put(LEDGER_READ, "Read loans, payments and journal entries");
    descriptions.put(
        EVENTS_READ, "Read the events as they are stored, and the proofs that they are unchanged");
    return Collections.unmodifiableMap(descriptions);
  }
}
