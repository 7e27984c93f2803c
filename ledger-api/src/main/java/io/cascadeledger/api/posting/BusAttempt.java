package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.Append;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.Refused;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A command that has a unit of work of its own, because it concerns more than one loan or is
 * decided in steps, sent over the command bus.
 */
final class BusAttempt implements Attempt {

  private final CommandBus commandBus;
  private final PostingRequest request;
  private final Object command;
  private Append append;
  private RuntimeException failure;
  private int refusals;

  BusAttempt(CommandBus commandBus, PostingRequest request, Object command) {
    this.commandBus = commandBus;
    this.request = request;
    this.command = command;
  }

  @Override
  public PostingRequest request() {
    return request;
  }

  @Override
  public void make() {
    append = new Append(request.key());
    Map<String, Object> metadata = new HashMap<>(request.metadata());
    metadata.put(EventMetadata.APPEND, append);
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    commandBus.dispatch(
        GenericCommandMessage.asCommandMessage(command).withMetaData(metadata), callback);
    CommandResultMessage<?> result = callback.getResult();
    failure = result.isExceptional() ? asUnchecked(result.exceptionResult()) : null;
    refusals += failure instanceof Refused ? 1 : 0;
  }

  /** What a tenant has one of may begin at two places at once; the second finds it there. */
  private RuntimeException asUnchecked(Throwable failure) {
    return switch (failure) {
      case AggregateStreamCreationException e when !(command instanceof LoanCommand) ->
          new ConcurrencyException("it has just begun elsewhere", e);
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(failure);
    };
  }

  @Override
  public RuntimeException failure() {
    return failure;
  }

  @Override
  public Posted posted() {
    return Posted.of(append.stored(), request.correlationId());
  }

  /** A failure on the bus drops the loans from the cache, so the second refusal is on what is. */
  @Override
  public boolean isRefusalFinal() {
    return refusals > 1;
  }
}
