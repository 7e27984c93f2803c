package io.cascadeledger.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.account.command.AccountCommand;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.decision.AccountDecision;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.state.AccountState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A debtor account: its entries, the claims that these manage, and whatever else belongs to it. All
 * that a command asks for happens, or nothing.
 */
@AggregateRoot(type = AccountId.STREAM_TYPE)
public class DebtorAccount {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private AccountId id;

  private AccountState state = new AccountState();

  /** For the event store, which fills it by replaying events. */
  protected DebtorAccount() {}

  /** Creates an account. */
  public DebtorAccount(OpenAccount command) {
    happen(command);
  }

  /** Creates the account, or finds that it was created so. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public void handle(OpenAccount command) {
    happen(command);
  }

  /** Does what is to be done. */
  @CommandHandler
  public void handle(ChangeAccount command) {
    happen(command);
  }

  private void happen(AccountCommand command) {
    AccountDecision.decide(state, command).forEach(event -> apply(event));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(AccountEvent event) {
    id = event.account();
    state.evolve(event);
  }

  /** What the account remembers, for reading. */
  public AccountState state() {
    return state;
  }
}
