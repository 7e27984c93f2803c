package io.cascadeledger.account.state;

import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.claim.value.JourneyState;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account remembers of a claim that its entries manage.
 *
 * @param told the figures that were last told; null before it is told of at all
 * @param feesMinor what is open of its fees, by name; none of zero
 * @param journey where its collection stands
 * @param promises what was promised, in minor units by due date
 */
record ManagedClaim(
    ClaimFigures told,
    SortedMap<String, Long> feesMinor,
    JourneyState journey,
    SortedMap<LocalDate, Long> promises) {

  static final ManagedClaim NEW =
      new ManagedClaim(null, new TreeMap<>(), JourneyState.RUNNING, new TreeMap<>());

  ManagedClaim {
    feesMinor = Collections.unmodifiableSortedMap(new TreeMap<>(feesMinor));
    promises = Collections.unmodifiableSortedMap(new TreeMap<>(promises));
  }

  ManagedClaim told(ClaimFigures figures) {
    return new ManagedClaim(figures, feesMinor, journey, promises);
  }

  ManagedClaim withFee(String name, long openChange) {
    SortedMap<String, Long> fees = new TreeMap<>(feesMinor);
    fees.merge(name, openChange, (before, more) -> before + more == 0 ? null : before + more);
    fees.values().removeIf(minor -> minor == 0);
    return new ManagedClaim(told, fees, journey, promises);
  }

  ManagedClaim inState(JourneyState state) {
    return new ManagedClaim(told, feesMinor, state, promises);
  }

  ManagedClaim promised(LocalDate dueDate, long minor) {
    SortedMap<LocalDate, Long> more = new TreeMap<>(promises);
    more.put(dueDate, minor);
    return new ManagedClaim(told, feesMinor, journey, more);
  }

  /** Whether the lender has resolved it: then nothing of it is matched any more. */
  boolean isResolvedByHand() {
    return told != null && told.resolvedByHand();
  }
}
