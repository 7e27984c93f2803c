package io.cascadeledger.account.command;

import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.EntryDigest;
import io.cascadeledger.stream.Digest;

/**
 * By what the creation of an account is known again. The days on which entries count are left out:
 * where the lender gives none, a retry comes with another.
 */
public final class OpeningDigest {

  private OpeningDigest() {}

  /** The digest of all that an account is created with. */
  public static String of(OpenAccount command) {
    AccountDetails details = command.details();
    return Digest.of(
        details.currency(),
        details.paymentReference(),
        details.portfolioReference(),
        details.meta().entries(),
        command.items().stream().map(OpeningDigest::of).toList());
  }

  private static Object of(AccountItem item) {
    return switch ((AccountItem.Initial) item) {
      case AccountItem.AddEntry(var entry, _, _) -> EntryDigest.of(entry);
      case AccountItem.AddProduct(var product) -> product;
      case AccountItem.AddDebtor(var debtor) -> debtor;
      case AccountItem.SetScore(var score) -> score;
    };
  }
}
