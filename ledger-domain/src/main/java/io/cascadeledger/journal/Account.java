package io.cascadeledger.journal;

/**
 * An account of the general ledger.
 *
 * @param code its four digits
 * @param name its name in the trial balance
 * @param type what it is
 * @param purpose one sentence on what is booked there
 */
public record Account(AccountCode code, String name, AccountType type, String purpose) {}
