package io.cascadeledger.claim.state;

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
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.claim.value.ResolutionReason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an unmanaged claim must remember to decide on the next command: the fold of its events.
 *
 * @param details what is said of it now; null if it was never created
 * @param digest a digest of what it was created with last
 * @param recreated whether that was after a deletion
 * @param deleted whether it is deleted
 * @param status whether it is collected
 * @param resolution why it is not; null while it is
 * @param journey where its collection stands
 * @param promises what was promised, in minor units by due date
 */
public record ClaimState(
    ClaimDetails details,
    String digest,
    boolean recreated,
    boolean deleted,
    ClaimStatus status,
    ResolutionReason resolution,
    JourneyState journey,
    SortedMap<LocalDate, Long> promises) {

  /** A claim that was never created. */
  public static final ClaimState NONE = born(null, null, false);

  public ClaimState {
    promises = Collections.unmodifiableSortedMap(new TreeMap<>(promises));
  }

  private static ClaimState born(ClaimDetails details, String digest, boolean recreated) {
    return new ClaimState(
        details,
        digest,
        recreated,
        false,
        ClaimStatus.ACTIVE,
        null,
        JourneyState.RUNNING,
        new TreeMap<>());
  }

  /** Whether it was ever created. */
  public boolean exists() {
    return details != null;
  }

  /** The claim after one more of its events. */
  public ClaimState after(ClaimEvent event) {
    return switch (event) {
      case ClaimCreated created -> born(created.details(), created.digest(), false);
      case ClaimRecreated created -> born(created.details(), created.digest(), true);
      case ClaimUpdated updated -> with(updated.details());
      case ClaimCredited credited -> with(details.withAmount(credited.amountLeftMinor()));
      case ClaimDebited debited -> with(details.withAmount(debited.amountLeftMinor()));
      case ClaimResolved resolved -> with(ClaimStatus.RESOLVED, resolved.reason());
      case ClaimReactivated _ -> with(ClaimStatus.ACTIVE, null);
      case ClaimDeleted _ ->
          new ClaimState(details, digest, recreated, true, status, resolution, journey, promises);
      case ClaimPromised promised -> with(promised.promise());
      case ClaimJourneyChanged changed ->
          new ClaimState(
              details, digest, recreated, deleted, status, resolution, changed.state(), promises);
      case ClaimTriggerFired _ -> this;
    };
  }

  private ClaimState with(ClaimDetails said) {
    return new ClaimState(said, digest, recreated, deleted, status, resolution, journey, promises);
  }

  private ClaimState with(ClaimStatus newStatus, ResolutionReason reason) {
    return new ClaimState(
        details, digest, recreated, deleted, newStatus, reason, journey, promises);
  }

  private ClaimState with(PromiseToPay promise) {
    SortedMap<LocalDate, Long> more = new TreeMap<>(promises);
    more.put(promise.dueDate(), promise.amountMinor());
    return new ClaimState(details, digest, recreated, deleted, status, resolution, journey, more);
  }
}
