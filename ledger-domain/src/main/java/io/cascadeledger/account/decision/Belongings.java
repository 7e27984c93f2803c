package io.cascadeledger.account.decision;

import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.account.event.AccountMetaChanged;
import io.cascadeledger.account.event.AccountTriggerFired;
import io.cascadeledger.account.event.DebtorAdded;
import io.cascadeledger.account.event.DebtorChanged;
import io.cascadeledger.account.event.MandateCreated;
import io.cascadeledger.account.event.MandateDeleted;
import io.cascadeledger.account.event.ProductAdded;
import io.cascadeledger.account.event.ProductChanged;
import io.cascadeledger.account.event.ScoreSet;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.party.Score;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.util.Objects;
import java.util.Optional;

/** Decides on what belongs to an account and moves no money. What is as it was makes no event. */
final class Belongings {

  private Belongings() {}

  static void add(AccountDecision decision, Product product) {
    Optional<Product> known = decision.state().product(product.reference());
    if (known.isEmpty()) {
      decision.happen(
          new ProductAdded(decision.account(), product, decision.today(), decision.postedAt()));
    } else if (!known.get().equals(product)) {
      throw new ItemRefused(
          ItemRefusalCode.PRODUCT_EXISTS,
          "The account has another product %s.".formatted(product.reference()));
    }
  }

  static void update(AccountDecision decision, Product changes) {
    Product before =
        decision
            .state()
            .product(changes.reference())
            .orElseThrow(
                () ->
                    new ItemRefused(
                        ItemRefusalCode.PRODUCT_NOT_FOUND,
                        "The account has no product %s.".formatted(changes.reference())));
    Product after = before.updatedBy(changes);
    if (!after.equals(before)) {
      decision.happen(
          new ProductChanged(decision.account(), after, decision.today(), decision.postedAt()));
    }
  }

  static void add(AccountDecision decision, Debtor debtor) {
    Optional<Debtor> known = decision.state().debtor(debtor.key());
    if (known.isEmpty()) {
      decision.happen(
          new DebtorAdded(decision.account(), debtor, decision.today(), decision.postedAt()));
    } else if (!known.get().saysTheSameAs(debtor)) {
      throw new ItemRefused(
          ItemRefusalCode.DEBTOR_EXISTS,
          "The account has a debtor %s, of whom something else is known."
              .formatted(debtor.reference()));
    }
  }

  static void update(AccountDecision decision, Debtor debtor) {
    Optional<Debtor> known = decision.state().debtor(debtor.key());
    if (known.isEmpty()) {
      throw new ItemRefused(
          ItemRefusalCode.DEBTOR_NOT_FOUND,
          debtor.reference() == null
              ? "A debtor without a reference cannot be updated."
              : "The account has no debtor %s.".formatted(debtor.reference()));
    }
    if (!known.get().saysTheSameAs(debtor)) {
      decision.happen(
          new DebtorChanged(decision.account(), debtor, decision.today(), decision.postedAt()));
    }
  }

  static void set(AccountDecision decision, Score score) {
    if (!decision.state().score(score).equals(Optional.of(score))) {
      decision.happen(
          new ScoreSet(decision.account(), score, decision.today(), decision.postedAt()));
    }
  }

  static void create(AccountDecision decision, Mandate mandate) {
    Optional<Mandate> known = decision.state().mandate(mandate.id());
    if (known.isEmpty()) {
      decision.happen(
          new MandateCreated(decision.account(), mandate, decision.today(), decision.postedAt()));
    } else if (!saysTheSame(known.get(), mandate)) {
      throw new ItemRefused(
          ItemRefusalCode.MANDATE_EXISTS,
          "The account has another mandate %s.".formatted(mandate.id()));
    }
  }

  private static boolean saysTheSame(Mandate one, Mandate other) {
    PersonalData known = one.personal();
    PersonalData given = other.personal();
    return one.providerName().equals(other.providerName())
        && Objects.equals(one.debtorReference(), other.debtorReference())
        && one.productReferences().equals(other.productReferences())
        && (Objects.equals(known, given)
            || (known != null && given != null && known.saysTheSameAs(given)));
  }

  static void delete(AccountDecision decision, String mandateId) {
    AccountState state = decision.state();
    if (state.mandate(mandateId).isPresent()) {
      decision.happen(
          new MandateDeleted(decision.account(), mandateId, decision.today(), decision.postedAt()));
    } else if (!state.wasDeleted(mandateId)) {
      throw new ItemRefused(
          ItemRefusalCode.MANDATE_NOT_FOUND, "The account has no mandate %s.".formatted(mandateId));
    }
  }

  static void change(AccountDecision decision, Meta changes) {
    Meta before = decision.state().details().meta();
    if (!before.merge(changes).equals(before)) {
      decision.happen(
          new AccountMetaChanged(
              decision.account(), changes, decision.today(), decision.postedAt()));
    }
  }

  /** A word is passed on each time it comes. */
  static void fire(AccountDecision decision, String claimReference, CustomTrigger trigger) {
    decision.happen(
        new AccountTriggerFired(
            decision.account(), claimReference, trigger, decision.today(), decision.postedAt()));
  }
}
