package io.cascadeledger.api.account;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.AccountType;
import io.cascadeledger.journal.Side;
import io.cascadeledger.limits.Limits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** What a request says of an account. */
final class AccountFields {

  /** What an account of a tenant's own may be besides an ordinary one. */
  enum Kind {
    ORDINARY,
    CLEARING,
    /** Given back to whoever sends what was read; of a built-in account it says what is. */
    CONTROL
  }

  private static final String CODE_PATTERN = "^[0-9]{4}$";

  static final Field<String> CODE =
      Field.token("account_code", CODE_PATTERN, "1910").describe("Its four digits.");
  private static final Field<String> NAME =
      Field.reference("account_name").describe("Its name.").example("House Bank");
  private static final Field<AccountType> TYPE =
      Field.oneWordOf("account_type", AccountType.class).describe("What it is.");
  private static final Field<Side> NORMAL_SIDE =
      Field.oneWordOf("normal_side", Side.class)
          .optional()
          .describe(
              "The side on which its balance normally stands; that of its type if left out. An"
                  + " allowance for losses is an asset that stands on the credit side.");
  private static final Field<String> PARENT =
      Field.token("parent_code", CODE_PATTERN, "1000")
          .optional()
          .describe("The account under which it is read, of the same type.");
  private static final Field<Kind> KIND =
      Field.oneWordOf("kind", Kind.class)
          .optional(Kind.ORDINARY)
          .describe(
              "clearing if it should return to zero, because money only passes through it."
                  + " Accounts that sum up loans are control; no other can become one.");
  private static final Field<String> CURRENCIES =
      Field.token("currencies", "^[A-Z]{3}( [A-Z]{3}){0,19}$", "USD EUR")
          .optional()
          .describe("The currencies that manual entries may book to it; any if left out.");
  private static final Field<String> PURPOSE =
      Field.text("purpose", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("What is booked there.")
          .example("What is at the bank.");

  private AccountFields() {}

  /** All of them. */
  static Field<?>[] all() {
    return new Field<?>[] {CODE, NAME, TYPE, NORMAL_SIDE, PARENT, KIND, CURRENCIES, PURPOSE};
  }

  /**
   * What was said.
   *
   * @throws InvalidRequest if a currency is not in circulation
   */
  static AccountDefinition definition(Values account) {
    AccountType type = account.get(TYPE);
    return new AccountDefinition(
        new AccountCode(account.get(CODE)),
        account.get(NAME),
        type,
        account.find(NORMAL_SIDE).orElse(type.normalSide()),
        account.find(PARENT).map(AccountCode::new).orElse(null),
        account.get(KIND) == Kind.CLEARING,
        account.find(CURRENCIES).map(AccountFields::currencies).orElse(List.of()),
        account.get(PURPOSE));
  }

  private static List<Currency> currencies(String codes) {
    return Arrays.stream(codes.split(" "))
        .map(AccountFields::currency)
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .toList();
  }

  private static Currency currency(String code) {
    return Currency.availableCurrencies()
        .filter(it -> it.getCurrencyCode().equals(code) && it.getDefaultFractionDigits() >= 0)
        .findAny()
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "currencies",
                    FieldErrorCode.UNKNOWN_VALUE,
                    "must be ISO 4217 currencies in circulation, and %s is none".formatted(code)));
  }
}
