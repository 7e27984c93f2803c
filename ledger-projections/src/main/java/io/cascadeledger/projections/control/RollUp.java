package io.cascadeledger.projections.control;

import io.cascadeledger.journal.AccountCode;
import java.math.BigInteger;
import java.util.Currency;

/**
 * An account that sums up loans, or debtor accounts and claims, and what they sum to.
 *
 * @param account the account
 * @param currency the currency
 * @param ledgerMinor what the general ledger has, on the account's normal side
 * @param loansMinor what the loans have, or the debtor accounts and claims
 */
public record RollUp(
    AccountCode account, Currency currency, BigInteger ledgerMinor, BigInteger loansMinor) {}
