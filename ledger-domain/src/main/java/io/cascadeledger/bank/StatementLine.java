package io.cascadeledger.bank;

import java.time.LocalDate;

/**
 * One movement on an account at a bank. It has no names and no accounts of others: they are not
 * needed to find the payment.
 *
 * @param bookedOn the day on which the bank booked it
 * @param valueDate the day from which it counts at the bank, or null
 * @param amountMinor what came, above zero, or went, below zero; in minor units
 * @param reference what the payer's system calls it, or null
 * @param bankReference what the bank calls it, or null
 */
public record StatementLine(
    LocalDate bookedOn,
    LocalDate valueDate,
    long amountMinor,
    String reference,
    String bankReference) {}
