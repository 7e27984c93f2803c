package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.identifier.Identifiers;
import java.util.List;

/** Amounts to which entries are to be brought. */
final class TargetAmounts {

  private TargetAmounts() {}

  static AccountItem read(Call call, WireObject item) {
    List<AccountItem.TargetAmount> targets = item.list("ledgerEntries", TargetAmounts::target);
    if (targets == null || targets.isEmpty()) {
      throw new ItemFault("ledgerEntries is missing or empty");
    }
    return new AccountItem.SetAmounts(Identifiers.next(), targets, call.time().businessDate());
  }

  private static AccountItem.TargetAmount target(WireObject item) {
    AccountItem.TargetAmount target =
        new AccountItem.TargetAmount(
            item.required("ledgerEntryReference", WireObject::reference),
            item.required("amount", WireObject::number),
            item.required("reason", WireObject::text),
            item.meta("meta"));
    item.requireNothingElse();
    return target;
  }
}
