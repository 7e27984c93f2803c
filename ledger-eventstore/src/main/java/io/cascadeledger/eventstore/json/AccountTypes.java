package io.cascadeledger.eventstore.json;

import io.cascadeledger.account.DebtorAccount;
import io.cascadeledger.account.event.AccountMetaChanged;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.account.event.AccountTriggerFired;
import io.cascadeledger.account.event.DebtorAdded;
import io.cascadeledger.account.event.DebtorChanged;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.ManagedClaimChanged;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.account.event.ManagedClaimJourneyChanged;
import io.cascadeledger.account.event.ManagedClaimPromised;
import io.cascadeledger.account.event.MandateCreated;
import io.cascadeledger.account.event.MandateDeleted;
import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.account.event.ProductAdded;
import io.cascadeledger.account.event.ProductChanged;
import io.cascadeledger.account.event.ScoreSet;
import io.cascadeledger.claim.Claim;
import io.cascadeledger.claim.event.ClaimCreated;
import io.cascadeledger.claim.event.ClaimCredited;
import io.cascadeledger.claim.event.ClaimDebited;
import io.cascadeledger.claim.event.ClaimDeleted;
import io.cascadeledger.claim.event.ClaimJourneyChanged;
import io.cascadeledger.claim.event.ClaimPromised;
import io.cascadeledger.claim.event.ClaimReactivated;
import io.cascadeledger.claim.event.ClaimRecreated;
import io.cascadeledger.claim.event.ClaimResolved;
import io.cascadeledger.claim.event.ClaimTriggerFired;
import io.cascadeledger.claim.event.ClaimUpdated;
import io.cascadeledger.eventstore.json.EventTypes.EventType;
import java.util.List;

/** The stored names and revisions of what happens to debtor accounts and claims. */
final class AccountTypes {

  static final List<EventType> EVENTS =
      List.of(
          new EventType("debtor_account_opened", 1, AccountOpened.class),
          new EventType("account_meta_changed", 1, AccountMetaChanged.class),
          new EventType("product_added", 1, ProductAdded.class),
          new EventType("product_changed", 1, ProductChanged.class),
          new EventType("debtor_added", 1, DebtorAdded.class),
          new EventType("debtor_changed", 1, DebtorChanged.class),
          new EventType("score_set", 1, ScoreSet.class),
          new EventType("mandate_created", 1, MandateCreated.class),
          new EventType("mandate_deleted", 1, MandateDeleted.class),
          new EventType("ledger_entry_posted", 1, LedgerEntryPosted.class),
          new EventType("payment_matched", 1, PaymentMatched.class),
          new EventType("managed_claim_created", 1, ManagedClaimCreated.class),
          new EventType("managed_claim_changed", 1, ManagedClaimChanged.class),
          new EventType("managed_claim_promised", 1, ManagedClaimPromised.class),
          new EventType("managed_claim_journey_changed", 1, ManagedClaimJourneyChanged.class),
          new EventType("account_trigger_fired", 1, AccountTriggerFired.class),
          new EventType("claim_created", 1, ClaimCreated.class),
          new EventType("claim_recreated", 1, ClaimRecreated.class),
          new EventType("claim_updated", 1, ClaimUpdated.class),
          new EventType("claim_credited", 1, ClaimCredited.class),
          new EventType("claim_debited", 1, ClaimDebited.class),
          new EventType("claim_resolved", 1, ClaimResolved.class),
          new EventType("claim_reactivated", 1, ClaimReactivated.class),
          new EventType("claim_deleted", 1, ClaimDeleted.class),
          new EventType("claim_promised", 1, ClaimPromised.class),
          new EventType("claim_journey_changed", 1, ClaimJourneyChanged.class),
          new EventType("claim_trigger_fired", 1, ClaimTriggerFired.class));

  static final List<EventType> SNAPSHOTS =
      List.of(
          new EventType("debtor_account_snapshot", 1, DebtorAccount.class),
          new EventType("claim_snapshot", 1, Claim.class));

  private AccountTypes() {}
}
