package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;

/** What holds for the collection of every claim, managed by entries or not. */
public final class CollectionRules {

  private CollectionRules() {}

  /**
   * Whether a promise was made before.
   *
   * @param promisedMinor what was promised for the same day; null if nothing was
   * @throws ItemRefused if another amount was
   */
  public static boolean isMade(Long promisedMinor, PromiseToPay promise) {
    if (promisedMinor == null) {
      return false;
    }
    if (promisedMinor != promise.amountMinor()) {
      throw new ItemRefused(
          ItemRefusalCode.PROMISE_EXISTS,
          "For %s, %d were promised before.".formatted(promise.dueDate(), promisedMinor));
    }
    return true;
  }

  /**
   * Whether a journey changes.
   *
   * @param from where it stands
   * @param to where it is to stand
   * @throws ItemRefused if it was stopped, which is for good
   */
  public static boolean changes(JourneyState from, JourneyState to) {
    if (from == to) {
      return false;
    }
    if (from == JourneyState.STOPPED) {
      throw new ItemRefused(
          ItemRefusalCode.JOURNEY_STOPPED, "The journey was stopped, which is for good.");
    }
    return true;
  }
}
