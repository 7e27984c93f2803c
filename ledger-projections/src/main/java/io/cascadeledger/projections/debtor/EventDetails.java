package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
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
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.event.LedgerEvent;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is said of each event to those who follow what happens, in the names of the wire. */
final class EventDetails {

  private static final JsonMapper JSON = JsonMapper.shared();

  private EventDetails() {}

  /** The kind of an event, such as {@code event.claim.created}, without its version. */
  static String typeOf(LedgerEvent event) {
    return switch (event) {
      case AccountEvent it -> "event." + typeOf(it);
      case ClaimEvent it -> "event." + ClaimEventDetails.typeOf(it);
      default -> throw new IllegalStateException("no event of debtors: " + event);
    };
  }

  private static String typeOf(AccountEvent event) {
    return switch (event) {
      case AccountOpened _ -> "account.created";
      case AccountMetaChanged _ -> "account.updated";
      case ProductAdded _ -> "accountProduct.added";
      case ProductChanged _ -> "accountProduct.updated";
      case DebtorAdded _ -> "accountDebtor.added";
      case DebtorChanged _ -> "accountDebtor.updated";
      case ScoreSet _ -> "accountScore.set";
      case MandateCreated _ -> "accountMandate.created";
      case MandateDeleted _ -> "accountMandate.deleted";
      case LedgerEntryPosted _ -> "accountLedgerEntry.added";
      case PaymentMatched _ -> "accountPayment.matched";
      case ManagedClaimCreated _ -> "claim.created";
      case ManagedClaimChanged it ->
          switch (it.change()) {
            case CHANGED -> "claim.updated";
            case RESOLVED -> "claim.resolved";
            case REACTIVATED -> "claim.reactivated";
          };
      case ManagedClaimPromised _ -> "claimPromiseToPay.created";
      case ManagedClaimJourneyChanged it -> ClaimEventDetails.journey(it.state());
      case AccountTriggerFired _ -> "customTrigger.fired";
    };
  }

  /** What is said of an event. */
  static ObjectNode of(LedgerEvent event) {
    ObjectNode details = JSON.createObjectNode().put("messageType", typeOf(event) + ".v1");
    switch (event) {
      case AccountEvent it -> add(details.put("accountReference", it.account().reference()), it);
      case ClaimEvent it ->
          ClaimEventDetails.add(details.put("claimRef", it.claim().reference()), it);
      default -> throw new IllegalStateException("no event of debtors: " + event);
    }
    return details;
  }

  private static void add(ObjectNode details, AccountEvent event) {
    switch (event) {
      case AccountOpened it -> details.put("currency", it.details().currency().getCurrencyCode());
      case AccountMetaChanged _ -> {
        // The notes are the lender's own, and are read with the account.
      }
      case ProductAdded it -> details.put("productReference", it.product().reference());
      case ProductChanged it -> details.put("productReference", it.product().reference());
      case DebtorAdded it -> details.put("debtorReference", it.debtor().reference());
      case DebtorChanged it -> details.put("debtorReference", it.debtor().reference());
      case ScoreSet it -> details.put("type", it.score().type().name());
      case MandateCreated it -> details.put("mandateId", it.mandate().id());
      case MandateDeleted it -> details.put("mandateId", it.mandateId());
      case LedgerEntryPosted it -> addEntry(details, it.ledgerEntry());
      case PaymentMatched it ->
          details
              .put("amount", it.amount().minorUnits())
              .put("currency", it.amount().currency().getCurrencyCode())
              .put("matchStrategy", it.rule().strategy().name())
              .put("providerName", it.providerName())
              .put("trackingId", it.trackingId())
              .put("paymentReference", it.paymentReference());
      case ManagedClaimCreated it ->
          ClaimEventDetails.addClaim(
              details,
              it.claimReference(),
              it.originalDueDate(),
              it.figures().amountMinor(),
              it.currency(),
              it.figures().currentDueDate());
      case ManagedClaimChanged it ->
          details
              .put("claimRef", it.claimReference())
              .put("amount", it.figures().amountMinor())
              .put("totalFees", it.figures().totalFeesMinor())
              .put("dueDate", it.figures().currentDueDate().toString())
              .put("status", it.figures().status().name())
              .put(
                  "reason",
                  it.figures().resolution() == null ? null : it.figures().resolution().name());
      case ManagedClaimPromised it ->
          addPromise(details.put("claimRef", it.claimReference()), it.promise());
      case ManagedClaimJourneyChanged it ->
          details
              .put("claimRef", it.claimReference())
              .put("reason", it.reason())
              .put("description", it.description());
      case AccountTriggerFired it ->
          addTrigger(details.put("claimRef", it.claimReference()), it.trigger());
    }
  }

  private static void addEntry(ObjectNode details, LedgerEntry entry) {
    details
        .put("ledgerEntryReference", entry.reference())
        .put("kind", EntryKind.of(entry).name().toLowerCase(Locale.ROOT))
        .put("amount", entry.amountMinor())
        .put("targetReference", entry.target())
        .put("productReference", entry.productReference());
  }

  /** What is said of a promise. */
  static void addPromise(ObjectNode details, PromiseToPay promise) {
    details.put("amount", promise.amountMinor()).put("dueDate", promise.dueDate().toString());
  }

  /** What is said of a trigger. */
  static void addTrigger(ObjectNode details, CustomTrigger trigger) {
    details.put("triggerName", trigger.name());
    if (trigger.context() != null) {
      details.set("triggerContext", JSON.readTree(trigger.context().text()));
    }
  }

  /** What is said of a payment on a claim, but for the claim and the provider's names. */
  static ObjectNode ofPayment(LedgerEntryPosted posted, LedgerEntry.Payment payment) {
    return JSON.createObjectNode()
        .put("messageType", EventRow.PAYMENT + ".v1")
        .put("amount", Math.abs(posted.effect().openMinor()))
        .put(
            "currency",
            posted.entry().lines().list().getFirst().amount().currency().getCurrencyCode())
        .put("providerName", payment.paymentProvider())
        .put("trackingId", payment.reference())
        .put("paymentReference", payment.paymentReference());
  }
}
