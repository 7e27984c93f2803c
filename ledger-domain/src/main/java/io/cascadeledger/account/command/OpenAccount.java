package io.cascadeledger.account.command;

import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.stream.Beginning;
import io.cascadeledger.time.PostingTime;
import java.util.List;

/**
 * Create a debtor account, with what it has from the start.
 *
 * @param account the account
 * @param details what is said of it as such
 * @param items its scores, debtors, products and entries; perhaps none
 * @param time when the command was received
 */
public record OpenAccount(
    AccountId account, AccountDetails details, List<AccountItem> items, PostingTime time)
    implements AccountCommand {

  public OpenAccount {
    items = List.copyOf(items);
    if (!items.stream().allMatch(AccountItem.Initial.class::isInstance)) {
      throw new IllegalArgumentException("an account is not created with such items");
    }
  }

  @Override
  public Beginning beginning() {
    return Beginning.IF_MISSING;
  }
}
