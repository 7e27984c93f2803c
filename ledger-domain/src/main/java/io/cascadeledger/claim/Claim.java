package io.cascadeledger.claim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.decision.ClaimDecision;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.state.ClaimState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** A claim that no account's entries manage. */
@AggregateRoot(type = ClaimId.STREAM_TYPE)
public class Claim {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private ClaimId id;

  private ClaimState state = ClaimState.NONE;

  /** For the event store, which fills it by replaying events. */
  protected Claim() {}

  /** Creates a claim, and does with it what else is to be done. */
  public Claim(ChangeClaim command) {
    handle(command);
  }

  /** Does what is to be done, all of it or nothing. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public final void handle(ChangeClaim command) {
    ClaimDecision.decide(state, command).forEach(event -> apply(event));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(ClaimEvent event) {
    id = event.claim();
    state = state.after(event);
  }

  /** What the claim remembers, for reading. */
  public ClaimState state() {
    return state;
  }
}
