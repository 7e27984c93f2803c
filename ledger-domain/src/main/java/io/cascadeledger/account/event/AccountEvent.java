package io.cascadeledger.account.event;

import io.cascadeledger.event.LedgerEvent;

/** Everything that can have happened to a debtor account, and to the claims its entries manage. */
public sealed interface AccountEvent extends LedgerEvent
    permits AccountOpened,
        AccountMetaChanged,
        ProductAdded,
        ProductChanged,
        DebtorAdded,
        DebtorChanged,
        ScoreSet,
        MandateCreated,
        MandateDeleted,
        LedgerEntryPosted,
        PaymentMatched,
        ManagedClaimCreated,
        ManagedClaimChanged,
        ManagedClaimPromised,
        ManagedClaimJourneyChanged,
        AccountTriggerFired {

  /** The account it happened to. */
  AccountId account();

  @Override
  default String tenant() {
    return account().tenant();
  }
}
