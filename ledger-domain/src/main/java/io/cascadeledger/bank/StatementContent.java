package io.cascadeledger.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What a bank says of an account.
 *
 * @param bankAccountRef the account at the bank
 * @param statementRef the bank's name for the statement
 * @param currency the currency of the account
 * @param from the first day that it is about
 * @param to the last day that it is about
 * @param openingMinor what the account stood at before, in minor units; or null
 * @param closingMinor what it stands at now, in minor units; or null
 * @param lines its movements, in the bank's order
 */
public record StatementContent(
    String bankAccountRef,
    String statementRef,
    Currency currency,
    LocalDate from,
    LocalDate to,
    Long openingMinor,
    Long closingMinor,
    List<StatementLine> lines) {

  public StatementContent {
    Objects.requireNonNull(bankAccountRef, "bankAccountRef must not be null");
    Objects.requireNonNull(statementRef, "statementRef must not be null");
    Objects.requireNonNull(currency, "currency must not be null");
    Objects.requireNonNull(from, "from must not be null");
    Objects.requireNonNull(to, "to must not be null");
    lines = List.copyOf(lines);
  }
}
