package io.cascadeledger.api.server;

import io.cascadeledger.stream.StreamCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds a command's stream by its interface; Axon's own resolver searches by reflection each time.
 */
final class StreamCommandTarget implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    return new VersionedAggregateIdentifier(
        (Object) ((StreamCommand) command.getPayload()).streamId(), null);
  }
}
