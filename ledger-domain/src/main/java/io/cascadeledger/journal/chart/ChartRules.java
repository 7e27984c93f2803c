package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.Locale;

/** What holds for every change of a chart. Each rule returns quietly or throws {@link Refused}. */
final class ChartRules {

  /** A chain of accounts above one another that is longer goes in circles. */
  private static final int ACCOUNTS = 10_000;

  private ChartRules() {}

  static Account requireAccount(Chart chart, AccountCode code) {
    return chart
        .find(code)
        .orElseThrow(
            () ->
                new Refused(
                    RefusalCode.ACCOUNT_NOT_FOUND, "The chart has no account " + code + "."));
  }

  static void requireOpen(Account account) {
    if (!account.open()) {
      throw new Refused(
          RefusalCode.ACCOUNT_CLOSED, "The account %s is closed.".formatted(account.code()));
    }
  }

  /** The movements of loans book to it whatever the chart says. */
  static void requireNotBuiltIn(AccountCode code) {
    if (ChartOfAccounts.find(code).isPresent()) {
      throw builtIn(code, "it stays open");
    }
  }

  /** Who has booked to an account knows what it is; and what loans book is not for the chart. */
  static void requireChangeable(Account account, AccountDefinition definition) {
    if (definition.type() != account.type() || definition.normalSide() != account.normalSide()) {
      throw new Refused(
          RefusalCode.ACCOUNT_TYPE_FIXED,
          "The account %s stays what it was opened as: %s, normally on the %s side."
              .formatted(account.code(), word(account.type()), word(account.normalSide())));
    }
    boolean builtIn = ChartOfAccounts.find(account.code()).isPresent();
    boolean same =
        definition.clearing() == account.definition().clearing()
            && definition.currencies().equals(account.definition().currencies());
    if (builtIn && !same) {
      throw builtIn(account.code(), "only its name, its purpose and its parent can be changed");
    }
  }

  private static Refused builtIn(AccountCode code, String therefore) {
    return new Refused(
        RefusalCode.ACCOUNT_BUILT_IN,
        "Movements of loans book to the account %s, so that %s.".formatted(code, therefore));
  }

  /** The account above it exists, is of the same type, and is not below it. */
  static void requireSoundParent(Chart chart, AccountDefinition definition) {
    AccountCode parent = definition.parent();
    for (int depth = 0; parent != null; depth++) {
      AccountDefinition above = chart.find(parent).map(Account::definition).orElse(null);
      if (above == null) {
        throw unsound(definition, "its parent %s is not in the chart".formatted(parent));
      }
      if (above.type() != definition.type()) {
        throw unsound(
            definition,
            "its parent %s is of another type: %s".formatted(parent, word(above.type())));
      }
      if (parent.equals(definition.code()) || depth == ACCOUNTS) {
        throw unsound(definition, "it would be above itself");
      }
      parent = above.parent();
    }
  }

  private static Refused unsound(AccountDefinition definition, String why) {
    return new Refused(
        RefusalCode.ACCOUNT_PARENT_UNSOUND,
        "The account %s cannot be placed there: %s.".formatted(definition.code(), why));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
