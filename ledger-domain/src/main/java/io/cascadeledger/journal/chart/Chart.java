package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accounts that a tenant has: those of every tenant, as it has named them, and its own. */
public final class Chart {

  private final SortedMap<AccountCode, Account> accounts = new TreeMap<>();

  /** What a tenant has that has said nothing. */
  public Chart() {
    ChartOfAccounts.accounts().forEach(account -> accounts.put(account.code(), account));
  }

  /**
   * A chart in which some accounts are as given, and the others as every chart has them.
   *
   * @param given the accounts that a tenant has added or named
   */
  public static Chart with(Collection<Account> given) {
    Chart chart = new Chart();
    given.forEach(account -> chart.accounts.put(account.code(), account));
    return chart;
  }

  /** All accounts, by code. */
  public Collection<Account> accounts() {
    return Collections.unmodifiableCollection(accounts.values());
  }

  /** The account of a code, or empty if there is none. */
  public Optional<Account> find(AccountCode code) {
    return Optional.ofNullable(accounts.get(code));
  }

  /** Takes an event into account. */
  public void evolve(ChartEvent event) {
    switch (event) {
      case ChartLoaded _ -> {
        // What it changed follows.
      }
      case AccountOpened opened ->
          accounts.put(opened.account().code(), new Account(opened.account(), false, true));
      case AccountChanged changed ->
          accounts.computeIfPresent(
              changed.account().code(), (_, account) -> account.with(changed.account()));
      case AccountClosed closed ->
          accounts.computeIfPresent(closed.code(), (_, account) -> account.opened(false));
      case AccountReopened reopened ->
          accounts.computeIfPresent(reopened.code(), (_, account) -> account.opened(true));
    }
  }
}
