package io.cascadeledger.account.command;

import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.time.PostingTime;
import java.util.List;

/**
 * Do something with a debtor account.
 *
 * @param account the account
 * @param items what is to be done; at least one thing
 * @param time when the command was received
 */
public record ChangeAccount(AccountId account, List<AccountItem> items, PostingTime time)
    implements AccountCommand {

  public ChangeAccount {
    items = List.copyOf(items);
  }
}
