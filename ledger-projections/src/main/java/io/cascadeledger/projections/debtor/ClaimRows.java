package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.ManagedClaimChanged;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.account.event.ManagedClaimJourneyChanged;
import io.cascadeledger.account.event.ManagedClaimPromised;
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
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.projections.debtor.ClaimRow.ClaimKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a chunk of events makes of claims, starting from what is known of them. */
final class ClaimRows {

  /**
   * What an event changed of a claim that no account's entries manage.
   *
   * @param bookedOn the day on which the books have it, if that is not its own; or null
   */
  record Change(
      ClaimKey key,
      long position,
      LocalDate effectiveDate,
      LocalDate bookedOn,
      String currency,
      long amountMinor,
      long feesMinor,
      long paidMinor) {}

  /** A promise, and when it was made. */
  record Promised(ClaimKey key, PromiseToPay promise, LocalDate madeOn) {}

  final Map<ClaimKey, ClaimRow> claims = new LinkedHashMap<>();
  final List<Change> changes = new ArrayList<>();
  final List<Promised> promises = new ArrayList<>();

  /** Claims of which earlier promises are forgotten, because their life has begun again. */
  final List<ClaimKey> restarted = new ArrayList<>();

  private final Function<Collection<ClaimKey>, Map<ClaimKey, ClaimRow>> known;

  /** Starts from what is known. */
  ClaimRows(Function<Collection<ClaimKey>, Map<ClaimKey, ClaimRow>> known) {
    this.known = known;
  }

  void add(List<RecordedEvent> events) {
    claims.putAll(
        known.apply(
            events.stream().map(ClaimRows::key).filter(Objects::nonNull).distinct().toList()));
    for (RecordedEvent recorded : events) {
      switch (recorded.event()) {
        case AccountEvent event -> add(recorded.position(), event);
        case ClaimEvent event -> add(recorded, event);
        default -> throw new IllegalStateException("no event of debtors: " + recorded.event());
      }
    }
  }

  private static ClaimKey key(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case ManagedClaimCreated it -> managed(it, it.claimReference());
      case ManagedClaimChanged it -> managed(it, it.claimReference());
      case ManagedClaimJourneyChanged it -> managed(it, it.claimReference());
      case ClaimEvent it -> unmanaged(it);
      default -> null;
    };
  }

  private static ClaimKey managed(AccountEvent event, String reference) {
    return new ClaimKey(event.tenant(), event.account().reference(), reference);
  }

  private static ClaimKey unmanaged(ClaimEvent event) {
    return new ClaimKey(event.tenant(), "", event.claim().reference());
  }

  private void add(long position, AccountEvent event) {
    switch (event) {
      case ManagedClaimCreated it -> {
        ClaimKey key = managed(it, it.claimReference());
        claims.put(key, new ClaimRow(key, position, false, ClaimView.of(it)));
      }
      case ManagedClaimChanged it ->
          change(managed(it, it.claimReference()), view -> view.with(it.figures()));
      case ManagedClaimJourneyChanged it ->
          change(managed(it, it.claimReference()), view -> view.at(it.state()));
      case ManagedClaimPromised it ->
          promises.add(
              new Promised(managed(it, it.claimReference()), it.promise(), it.effectiveDate()));
      default -> {
        // It is about the account.
      }
    }
  }

  private void add(RecordedEvent recorded, ClaimEvent event) {
    long position = recorded.position();
    ClaimKey key = unmanaged(event);
    ClaimRow before = claims.get(key);
    switch (event) {
      case ClaimCreated it ->
          claims.put(
              key,
              new ClaimRow(
                  key, position, false, ClaimView.of(it.claim().reference(), it.details())));
      case ClaimRecreated it -> {
        restarted.add(key);
        promises.removeIf(promised -> promised.key().equals(key));
        claims.put(
            key,
            new ClaimRow(key, position, false, ClaimView.of(it.claim().reference(), it.details())));
      }
      case ClaimUpdated it -> change(key, view -> view.saying(it.details()));
      case ClaimCredited it -> change(key, view -> view.owing(it.amountLeftMinor()));
      case ClaimDebited it -> change(key, view -> view.owing(it.amountLeftMinor()));
      case ClaimResolved it ->
          change(key, view -> view.standing(ClaimStatus.RESOLVED, it.reason()));
      case ClaimReactivated _ -> change(key, view -> view.standing(ClaimStatus.ACTIVE, null));
      case ClaimDeleted _ ->
          claims.put(key, new ClaimRow(key, before.position(), true, before.view()));
      case ClaimJourneyChanged it -> change(key, view -> view.at(it.state()));
      case ClaimPromised it -> promises.add(new Promised(key, it.promise(), it.effectiveDate()));
      case ClaimTriggerFired _ -> {
        // It is passed on, and changes nothing.
      }
    }
    if (event instanceof BookedEvent booked && booked.booked().isPresent()) {
      changes.add(change(recorded, booked, before, claims.get(key)));
    }
  }

  private void change(ClaimKey key, Function<ClaimView, ClaimView> change) {
    claims.computeIfPresent(key, (_, row) -> row.with(change.apply(row.view())));
  }

  private static boolean paid(LedgerEvent event) {
    return event instanceof ClaimCredited
        || (event instanceof ClaimUpdated updated
            && ResolutionReason.CLAIM_PAID.name().equals(updated.reason()));
  }

  private static Change change(
      RecordedEvent recorded, BookedEvent event, ClaimRow before, ClaimRow after) {
    long amount = after.amountMinor() - (before == null ? 0 : before.amountMinor());
    long fees = after.feesMinor() - (before == null ? 0 : before.feesMinor());
    return new Change(
        after.key(),
        recorded.position(),
        event.entry().effectiveDate(),
        AccountRows.bookedOn(recorded),
        event.entry().lines().list().getFirst().amount().currency().getCurrencyCode(),
        amount,
        fees,
        paid(recorded.event()) ? Math.max(0, -(amount + fees)) : 0);
  }
}
