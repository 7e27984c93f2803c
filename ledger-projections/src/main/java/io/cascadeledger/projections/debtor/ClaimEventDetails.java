package io.cascadeledger.projections.debtor;

import io.cascadeledger.claim.event.ClaimCreated;
import io.cascadeledger.claim.event.ClaimCredited;
import io.cascadeledger.claim.event.ClaimDebited;
import io.cascadeledger.claim.event.ClaimDeleted;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimJourneyChanged;
import io.cascadeledger.claim.event.ClaimPromised;
import io.cascadeledger.claim.event.ClaimReactivated;
import io.cascadeledger.claim.event.ClaimRecreated;
import io.cascadeledger.claim.event.ClaimResolved;
import io.cascadeledger.claim.event.ClaimTriggerFired;
import io.cascadeledger.claim.event.ClaimUpdated;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import tools.jackson.databind.node.ObjectNode;

/** What is said of the events of claims that no account's entries manage. */
final class ClaimEventDetails {

  private ClaimEventDetails() {}

  static String typeOf(ClaimEvent event) {
    return switch (event) {
      case ClaimCreated _ -> "claim.created";
      case ClaimRecreated _ -> "claim.recreated";
      case ClaimUpdated _ -> "claim.updated";
      case ClaimCredited _ -> "claim.credited";
      case ClaimDebited _ -> "claim.debited";
      case ClaimResolved _ -> "claim.resolved";
      case ClaimReactivated _ -> "claim.reactivated";
      case ClaimDeleted _ -> "claim.deleted";
      case ClaimPromised _ -> "claimPromiseToPay.created";
      case ClaimJourneyChanged it -> journey(it.state());
      case ClaimTriggerFired _ -> "customTrigger.fired";
    };
  }

  static String journey(JourneyState state) {
    return switch (state) {
      case RUNNING -> "claimJourney.resumed";
      case PAUSED -> "claimJourney.paused";
      case STOPPED -> "claimJourney.stopped";
    };
  }

  static void add(ObjectNode details, ClaimEvent event) {
    switch (event) {
      case ClaimCreated it -> addClaim(details, it.claim().reference(), it.details());
      case ClaimRecreated it -> addClaim(details, it.claim().reference(), it.details());
      case ClaimUpdated it -> {
        addClaim(details, it.claim().reference(), it.details());
        details.put("totalFees", it.details().totalFeesMinor()).put("reason", it.reason());
      }
      case ClaimCredited it ->
          addChange(details, it.amount(), it.originator(), it.description(), it.amountLeftMinor());
      case ClaimDebited it ->
          addChange(details, it.amount(), it.originator(), it.description(), it.amountLeftMinor());
      case ClaimResolved it -> details.put("reason", it.reason().name());
      case ClaimReactivated _ -> {
        // The kind says it all.
      }
      case ClaimDeleted it -> details.put("reason", it.reason());
      case ClaimPromised it -> EventDetails.addPromise(details, it.promise());
      case ClaimJourneyChanged it ->
          details.put("reason", it.reason()).put("description", it.description());
      case ClaimTriggerFired it -> EventDetails.addTrigger(details, it.trigger());
    }
  }

  private static void addClaim(ObjectNode details, String reference, ClaimDetails it) {
    addClaim(
        details,
        reference,
        it.originalDueDate(),
        it.amountMinor(),
        it.currency(),
        it.currentDueDate());
  }

  /** The parts that the published form of a created claim has. */
  static void addClaim(
      ObjectNode details,
      String reference,
      LocalDate originalDueDate,
      long amountMinor,
      Currency currency,
      LocalDate dueDate) {
    details
        .put("claimRef", reference)
        .put("receeveClaimRef", ClaimQueries.longReference(reference, originalDueDate))
        .put("amount", amountMinor)
        .put("currency", currency == null ? null : currency.getCurrencyCode())
        .put("dueDate", dueDate.toString());
  }

  private static void addChange(
      ObjectNode details, Money amount, Originator originator, String description, long leftMinor) {
    details
        .put("amount", amount.minorUnits())
        .put("currency", amount.currency().getCurrencyCode())
        .put("originator", originator.name())
        .put("descriptionText", description)
        .put("amountLeft", leftMinor);
  }
}
