package io.cascadeledger.loan.terms;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * To which accounts of the tenant's chart the movements of a product's loans are booked, in place
 * of the accounts that every chart has. Accounts that sum up loans are not replaced: a loan's
 * balance is the sum of its lines on them.
 *
 * @param replaced what is replaced; an account that is not named is booked to as ever
 */
public record PostingAccounts(List<Replaced> replaced) {

  /** Every movement is booked to the accounts that every chart has. */
  public static final PostingAccounts STANDARD = new PostingAccounts(List.of());

  /**
   * An account and the one that is booked to in its place.
   *
   * @param account an account that every chart has
   * @param booksTo an account of the tenant's chart
   */
  public record Replaced(AccountCode account, AccountCode booksTo) {}

  public PostingAccounts {
    replaced = List.copyOf(replaced);
  }

  /** Those of a loan of some terms, which may be null. */
  public static PostingAccounts of(LoanTerms terms) {
    return Optional.ofNullable(terms)
        .map(LoanTerms::product)
        .map(ProductVersion::accounts)
        .orElse(STANDARD);
  }

  /** The lines with each account replaced that is. */
  public Lines of(Lines lines) {
    return replaced.isEmpty()
        ? lines
        : new Lines(
            lines.list().stream()
                .map(it -> new Line(of(it.account()), it.side(), it.amount()))
                .toList());
  }

  private AccountCode of(AccountCode account) {
    return replaced.stream()
        .filter(it -> it.account().equals(account))
        .map(Replaced::booksTo)
        .findFirst()
        .orElse(account);
  }

  /** What cannot be replaced so, in words, whatever the tenant's chart is; empty if all is well. */
  public Optional<String> fault() {
    Set<AccountCode> seen = new HashSet<>();
    return replaced.stream().flatMap(it -> fault(it, seen).stream()).findFirst();
  }

  private static Optional<String> fault(Replaced it, Set<AccountCode> seen) {
    Optional<Account> standard = ChartOfAccounts.find(it.account());
    if (standard.isEmpty()) {
      return Optional.of("movements of loans are not booked to the account " + it.account());
    }
    if (standard.get().control() || isControl(it.booksTo())) {
      return Optional.of(
          "the accounts that sum up loans are the same for all loans, so %s is not booked to %s"
              .formatted(it.account(), it.booksTo()));
    }
    return seen.add(it.account())
        ? Optional.empty()
        : Optional.of("the account %s is named twice".formatted(it.account()));
  }

  private static boolean isControl(AccountCode account) {
    return ChartOfAccounts.find(account).map(Account::control).orElse(false);
  }
}
