package io.cascadeledger.projections.control;

import java.math.BigInteger;
import java.util.Currency;

/**
 * What is kept for borrowers in a currency, by how long ago it came: what came first has gone
 * first.
 *
 * @param currency the currency
 * @param loans how many loans have some
 * @param upTo30Minor what came within 30 days
 * @param upTo60Minor what came 31 to 60 days ago
 * @param upTo90Minor what came 61 to 90 days ago
 * @param olderMinor what came before that
 */
public record SuspenseAge(
    Currency currency,
    long loans,
    BigInteger upTo30Minor,
    BigInteger upTo60Minor,
    BigInteger upTo90Minor,
    BigInteger olderMinor) {}
