package io.cascadeledger.projections.control;

import io.cascadeledger.journal.AccountCode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;

/**
 * An account that should return to zero and has not.
 *
 * @param account the account
 * @param currency the currency
 * @param debitLessCreditMinor what is open; below zero if it is on the credit side
 * @param openSince the day of the oldest of it, if what came first has gone first
 */
public record OpenClearing(
    AccountCode account, Currency currency, BigInteger debitLessCreditMinor, LocalDate openSince) {}
