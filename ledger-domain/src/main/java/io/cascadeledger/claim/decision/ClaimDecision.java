package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.time.PostingTime;
import java.util.ArrayList;
import java.util.List;

/** Decides on what is to be done with an unmanaged claim: on all of it, or on nothing. */
public final class ClaimDecision {

  private final ClaimId claim;
  private final PostingTime time;
  private final List<ClaimEvent> events = new ArrayList<>();
  private ClaimState state;

  private ClaimDecision(ClaimState state, ClaimId claim, PostingTime time) {
    this.state = state;
    this.claim = claim;
    this.time = time;
  }

  /**
   * Decides.
   *
   * @return what happens to the claim; nothing if all of it has happened before
   * @throws ItemRefused if one of the items cannot be; it says which
   */
  public static List<ClaimEvent> decide(ClaimState state, ChangeClaim command) {
    ItemRules.requireCount(command.items().size(), 1);
    ClaimDecision decision = new ClaimDecision(state, command.claim(), command.time());
    for (int i = 0; i < command.items().size(); i++) {
      try {
        decision.decide(command.items().get(i));
      } catch (ItemRefused e) {
        throw e.at(i);
      }
    }
    return decision.events;
  }

  private void decide(ClaimItem item) {
    switch (item) {
      case ClaimItem.Create it -> Placing.create(this, it);
      case ClaimItem.Recreate it -> Placing.recreate(this, it);
      case ClaimItem.Import it -> Placing.importing(this, it);
      case ClaimItem.Update it -> Updating.update(this, it);
      case ClaimItem.Delete it -> Placing.delete(this, it);
      case ClaimItem.Resolve it -> Collecting.resolve(this, it);
      case ClaimItem.Credit it -> Adjusting.credit(this, it);
      case ClaimItem.Debit it -> Adjusting.debit(this, it);
      case ClaimItem.Promise it -> Collecting.promise(this, it);
      case ClaimItem.ChangeJourney it -> Collecting.changeJourney(this, it);
      case ClaimItem.FireTrigger it -> Collecting.fireTrigger(this, it);
    }
  }

  ClaimId claim() {
    return claim;
  }

  PostingTime time() {
    return time;
  }

  /** The claim after all that was decided so far. */
  ClaimState state() {
    return state;
  }

  void happen(ClaimEvent event) {
    events.add(event);
    state = state.after(event);
  }
}
