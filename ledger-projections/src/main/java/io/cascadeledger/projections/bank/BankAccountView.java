package io.cascadeledger.projections.bank;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What the books lack of what a bank says of an account.
 *
 * @param bankAccountRef the account at the bank
 * @param currency its currency
 * @param lastDay the last day of which there is a statement
 * @param unmatched how many lines were not found among the payments
 * @param differenceMinor what they sum to, in minor units
 */
public record BankAccountView(
    String bankAccountRef,
    Currency currency,
    LocalDate lastDay,
    long unmatched,
    BigInteger differenceMinor) {}
