package io.cascadeledger.api.server;

import io.cascadeledger.loan.state.LoanCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds a command's loan by its interface; Axon's own resolver searches by reflection each time.
 */
final class LoanCommandTarget implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    return new VersionedAggregateIdentifier(
        (Object) ((LoanCommand) command.getPayload()).streamId(), null);
  }
}
