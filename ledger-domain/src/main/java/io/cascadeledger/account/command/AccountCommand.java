package io.cascadeledger.account.command;

import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.stream.StreamCommand;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish of a caller for one debtor account: all of its items, in their order, or none of them. */
public sealed interface AccountCommand extends StreamCommand permits OpenAccount, ChangeAccount {

  /** The account it is for. */
  AccountId account();

  /** What is to be done. */
  List<AccountItem> items();

  @Override
  @TargetAggregateIdentifier
  default String streamId() {
    return account().toString();
  }
}
