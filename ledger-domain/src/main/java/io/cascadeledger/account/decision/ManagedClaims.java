package io.cascadeledger.account.decision;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.ClaimChange;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.event.ManagedClaimChanged;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.account.event.ManagedClaimJourneyChanged;
import io.cascadeledger.account.event.ManagedClaimPromised;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.decision.CollectionRules;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.util.Optional;

/** Decides on claims that an account's entries manage. */
final class ManagedClaims {

  private ManagedClaims() {}

  static void decide(AccountDecision decision, AccountItem.OnClaim item) {
    String claim = item.claimReference();
    switch (item.item()) {
      case ClaimItem.Resolve it -> resolve(decision, claim, it);
      case ClaimItem.Credit it -> Crediting.credit(decision, claim, it);
      case ClaimItem.Debit it -> Crediting.debit(decision, claim, it);
      case ClaimItem.Promise it -> promise(decision, claim, it);
      case ClaimItem.ChangeJourney it -> changeJourney(decision, claim, it);
      case ClaimItem.FireTrigger it -> {
        requireThere(decision.state(), claim);
        Belongings.fire(decision, claim, it.trigger());
      }
      case ClaimItem.Create _,
          ClaimItem.Recreate _,
          ClaimItem.Update _,
          ClaimItem.Import _,
          ClaimItem.Delete _ -> {
        requireThere(decision.state(), claim);
        throw new ItemRefused(
            ItemRefusalCode.CLAIM_MANAGED,
            "The claim follows from the ledger of the account %s, and changes only with it."
                .formatted(decision.account().reference()));
      }
    }
  }

  /** The account has the claim. */
  static void requireThere(AccountState state, String claim) {
    if (!state.hasClaim(claim)) {
      throw new ItemRefused(
          ItemRefusalCode.CLAIM_NOT_FOUND, "The account has no claim %s.".formatted(claim));
    }
  }

  /** The account has the claim, and it is collected. */
  static void requireActive(AccountState state, String claim) {
    requireThere(state, claim);
    ClaimFigures figures = state.figures(claim);
    if (figures.status() == ClaimStatus.RESOLVED) {
      throw new ItemRefused(
          ItemRefusalCode.CLAIM_RESOLVED,
          "The claim is resolved as %s.".formatted(figures.resolution()));
    }
  }

  private static void resolve(AccountDecision decision, String claim, ClaimItem.Resolve item) {
    requireThere(decision.state(), claim);
    ClaimFigures now = decision.state().figures(claim);
    if (now.status() == ClaimStatus.RESOLVED && now.resolution() == item.reason()) {
      return;
    }
    requireActive(decision.state(), claim);
    tell(
        decision,
        claim,
        new ClaimFigures(
            now.amountMinor(),
            now.totalFeesMinor(),
            now.fees(),
            now.currentDueDate(),
            ClaimStatus.RESOLVED,
            item.reason(),
            true));
  }

  private static void promise(AccountDecision decision, String claim, ClaimItem.Promise item) {
    ItemRules.requirePositive(item.amount().minorUnits());
    AccountState state = decision.state();
    requireActive(state, claim);
    PromiseToPay promise = new PromiseToPay(item.amount().minorUnits(), item.dueDate());
    boolean made = CollectionRules.isMade(state.promisedMinor(claim, item.dueDate()), promise);
    ItemRules.requireCurrency(state.details().currency(), item.amount());
    if (!made) {
      decision.happen(
          new ManagedClaimPromised(
              decision.account(), claim, promise, decision.today(), decision.postedAt()));
    }
  }

  private static void changeJourney(
      AccountDecision decision, String claim, ClaimItem.ChangeJourney item) {
    requireThere(decision.state(), claim);
    if (CollectionRules.changes(decision.state().journey(claim), item.state())) {
      decision.happen(
          new ManagedClaimJourneyChanged(
              decision.account(),
              claim,
              item.state(),
              item.reason(),
              item.description(),
              decision.today(),
              decision.postedAt()));
    }
  }

  /** Tells what has become of a claim, if anything has. */
  static void tell(AccountDecision decision, String claim) {
    tell(decision, claim, decision.state().figures(claim));
  }

  private static void tell(AccountDecision decision, String claim, ClaimFigures figures) {
    Optional<ClaimFigures> told = decision.state().told(claim);
    if (told.isEmpty()) {
      decision.happen(created(decision, claim, figures));
    } else if (!told.get().equals(figures)) {
      decision.happen(
          new ManagedClaimChanged(
              decision.account(),
              claim,
              change(told.get(), figures),
              figures,
              decision.today(),
              decision.postedAt()));
    }
  }

  private static ClaimChange change(ClaimFigures before, ClaimFigures after) {
    if (before.status() == after.status()) {
      return ClaimChange.CHANGED;
    }
    return after.status() == ClaimStatus.RESOLVED ? ClaimChange.RESOLVED : ClaimChange.REACTIVATED;
  }

  private static ManagedClaimCreated created(
      AccountDecision decision, String claim, ClaimFigures figures) {
    LedgerEntry.Invoice invoice = decision.newInvoice(claim);
    AccountDetails account = decision.state().details();
    return new ManagedClaimCreated(
        decision.account(),
        claim,
        account.currency(),
        invoice.dueDate(),
        invoice.productReference(),
        invoice.debtorReference(),
        invoice.paymentReference(),
        account.portfolioReference(),
        account.meta().merge(invoice.meta()),
        figures,
        decision.today(),
        decision.postedAt());
  }
}
