package io.cascadeledger.account.decision;

import io.cascadeledger.account.command.AccountCommand;
import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.command.OpeningDigest;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.time.PostingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides on what is to be done with a debtor account: on all of it, or on nothing. Each item is
 * decided on what those before it would leave. Whatever happens to a claim is told once, behind the
 * entries.
 */
public final class AccountDecision {

  private final AccountState state;
  private final AccountCommand command;
  private final List<AccountEvent> events = new ArrayList<>();
  private final Set<String> touchedClaims = new LinkedHashSet<>();
  private final Map<String, LedgerEntry.Invoice> newInvoices = new HashMap<>();

  private AccountDecision(AccountState state, AccountCommand command) {
    this.state = state;
    this.command = command;
  }

  /**
   * Decides.
   *
   * @param state the account, which is the same afterwards
   * @return what happens to the account; nothing if all of it has happened before
   * @throws ItemRefused if one of the items cannot be; it says which
   */
  public static List<AccountEvent> decide(AccountState state, AccountCommand command) {
    return state.tentatively(() -> new AccountDecision(state, command).decide());
  }

  private List<AccountEvent> decide() {
    switch (command) {
      case OpenAccount opening -> {
        ItemRules.requireCount(opening.items().size(), 0);
        if (isRepeated(opening)) {
          return List.of();
        }
        happen(
            new AccountOpened(
                account(), opening.details(), OpeningDigest.of(opening), today(), postedAt()));
      }
      case ChangeAccount change -> {
        ItemRules.requireCount(change.items().size(), 1);
        if (!state.exists()) {
          throw new ItemRefused(ItemRefusalCode.ACCOUNT_NOT_FOUND, "There is no such account.");
        }
      }
    }
    for (int i = 0; i < command.items().size(); i++) {
      try {
        decide(command.items().get(i));
      } catch (ItemRefused e) {
        throw e.at(i);
      }
    }
    touchedClaims.forEach(claim -> ManagedClaims.tell(this, claim));
    return events;
  }

  private boolean isRepeated(OpenAccount opening) {
    if (state.exists() && !state.openingDigest().equals(OpeningDigest.of(opening))) {
      throw new ItemRefused(
          ItemRefusalCode.ACCOUNT_EXISTS, "The account was created before, with another content.");
    }
    return state.exists();
  }

  private void decide(AccountItem item) {
    switch (item) {
      case AccountItem.AddEntry it -> EntryPosting.add(this, it);
      case AccountItem.MatchPayment it -> PaymentMatching.match(this, it);
      case AccountItem.SetAmounts it -> TargetAmounts.set(this, it);
      case AccountItem.OnClaim it -> ManagedClaims.decide(this, it);
      case AccountItem.AddProduct it -> Belongings.add(this, it.product());
      case AccountItem.UpdateProduct it -> Belongings.update(this, it.product());
      case AccountItem.AddDebtor it -> Belongings.add(this, it.debtor());
      case AccountItem.UpdateDebtor it -> Belongings.update(this, it.debtor());
      case AccountItem.SetScore it -> Belongings.set(this, it.score());
      case AccountItem.CreateMandate it -> Belongings.create(this, it.mandate());
      case AccountItem.DeleteMandate it -> Belongings.delete(this, it.mandateId());
      case AccountItem.ChangeMeta it -> Belongings.change(this, it.changes());
      case AccountItem.FireTrigger it -> Belongings.fire(this, null, it.trigger());
    }
  }

  /** The account after all that was decided so far. */
  AccountState state() {
    return state;
  }

  AccountId account() {
    return command.account();
  }

  PostingTime time() {
    return command.time();
  }

  LocalDate today() {
    return command.time().businessDate();
  }

  Instant postedAt() {
    return command.time().postedAt();
  }

  /** An invoice that this command has added. */
  LedgerEntry.Invoice newInvoice(String reference) {
    return newInvoices.get(reference);
  }

  void happen(AccountEvent event) {
    if (event instanceof LedgerEntryPosted posted
        && posted.ledgerEntry() instanceof LedgerEntry.Invoice invoice) {
      newInvoices.put(invoice.reference(), invoice);
    }
    events.add(event);
    state.evolve(event);
    if (event instanceof LedgerEntryPosted posted && posted.effect().reference() != null) {
      state.entry(posted.effect().reference()).map(it -> it.claim()).ifPresent(touchedClaims::add);
    }
  }
}
