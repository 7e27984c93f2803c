package io.cascadeledger.product;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A loan product: a named template of terms, in versions that never change. A command for a product
 * that does not exist meets one to which nothing has happened, and is decided on that.
 */
@AggregateRoot(type = ProductId.STREAM_TYPE)
public class LoanProduct {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private String id;

  private ProductState state = ProductState.NONE;

  /** For the event store, which fills it by replaying events. */
  protected LoanProduct() {}

  /** Defines the product. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public void handle(DefineProduct command) {
    apply(ProductDecisions.decide(state, command));
  }

  /** Publishes a further version. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public void handle(ReviseProduct command) {
    apply(ProductDecisions.decide(state, command));
  }

  /** Ends the product. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public void handle(RetireProduct command) {
    apply(ProductDecisions.decide(state, command));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(LoanProductEvent event) {
    id = event.product().streamId();
    state = state.evolve(event);
  }

  /** What is known of the product. */
  public ProductState state() {
    return state;
  }
}
