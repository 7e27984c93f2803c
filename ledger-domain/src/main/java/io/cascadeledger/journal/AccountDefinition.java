package io.cascadeledger.journal;

import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What the owner of a chart of accounts says of an account.
 *
 * @param code its four digits
 * @param name its name in the trial balance
 * @param type what it is
 * @param normalSide the side on which its balance normally stands: that of its type, or the other
 *     if it stands against accounts of its type
 * @param parent the account under which it is read, of the same type; null if there is none
 * @param clearing whether it should return to zero, because money only passes through it
 * @param currencies what manual entries may book to it; empty for any currency
 * @param purpose one sentence on what is booked there, or null
 */
public record AccountDefinition(
    AccountCode code,
    String name,
    AccountType type,
    Side normalSide,
    AccountCode parent,
    boolean clearing,
    List<Currency> currencies,
    String purpose) {

  public AccountDefinition {
    Objects.requireNonNull(code, "code must not be null");
    Objects.requireNonNull(name, "name must not be null");
    Objects.requireNonNull(type, "type must not be null");
    Objects.requireNonNull(normalSide, "normalSide must not be null");
    currencies = List.copyOf(currencies);
  }

  /** Whether manual entries of a currency may book to it. */
  public boolean takes(Currency currency) {
    return currencies.isEmpty() || currencies.contains(currency);
  }
}
