package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.Rehearsal;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Says what commands would store, and stores nothing. A command is tried twice: the end of the
 * first rehearsal drops from memory whatever it has touched, so that the second is decided on what
 * is stored, whichever node has stored it.
 */
final class Rehearsals {

  private final CommandBus commandBus;
  private final Streams streams;
  private final Loans loans;

  Rehearsals(CommandBus commandBus, Streams streams, Loans loans) {
    this.commandBus = commandBus;
    this.loans = loans;
    this.streams = streams;
  }

  /**
   * Tries a command.
   *
   * @param correlationId what the request belongs to
   * @return what it would post
   * @throws Refused as the domain does
   * @throws PostingException if too many others are posting to the same place
   */
  Posted of(Object command, String correlationId) {
    if (command instanceof OpenLoan opening && streams.lastSequence(opening.streamId()) >= 0) {
      throw Settlement.loanAlreadyExists();
    }
    attempt(command);
    return switch (attempt(command)) {
      case null -> new Posted(List.of(), 0, correlationId, Posted.Outcome.REHEARSED);
      case Rehearsal.Over over ->
          new Posted(over.events(), 0, correlationId, Posted.Outcome.REHEARSED);
      case AggregateNotFoundException _ -> throw Settlement.loanNotFound();
      case ConcurrencyException e -> throw Settlement.overloaded(e);
      case DeadlockException e -> throw Settlement.overloaded(e);
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    };
  }

  /** How it ended; null if there was nothing to store. */
  private Throwable attempt(Object command) {
    return switch (command) {
      case AfterDayEnd(CloseLoanDay dayEnd, LoanCommand then) -> inSteps(List.of(dayEnd, then));
      case CloseLoanDay dayEnd -> inSteps(List.of(dayEnd));
      default -> overTheBus(command);
    };
  }

  private Throwable inSteps(List<LoanCommand> steps) {
    try {
      loans.handleTogether(steps, new Rehearsal());
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private Throwable overTheBus(Object command) {
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    commandBus.dispatch(
        GenericCommandMessage.asCommandMessage(command)
            .withMetaData(Map.of(EventMetadata.APPEND, new Rehearsal())),
        callback);
    return callback.getResult().exceptionResult();
  }
}
