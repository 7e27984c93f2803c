package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.AggregateCache;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.Rehearsal;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The loans of the ledger, for those who read them, or change many of them at once. */
public final class Loans {

  private final Repository<Loan> repository;
  private final AggregateCache cache;

  /**
   * The loans of an event store.
   *
   * @param repository loads loans
   * @param cache the repository's cache
   */
  public Loans(Repository<Loan> repository, AggregateCache cache) {
    this.repository = repository;
    this.cache = cache;
  }

  /** Forgets what a loan was, so that the next command sees what is stored. */
  private void forget(String stream) {
    cache.remove(stream);
  }

  /**
   * Reads a loan as it is stored, with what this node knows of it. It may block.
   *
   * @param id the loan
   * @param reading what to read of it; what it returns must not change when the loan does
   * @return empty if there is no such loan
   */
  public <T> Optional<T> read(LoanId id, Function<LoanState, T> reading) {
    UnitOfWork<CommandMessage<?>> unitOfWork =
        DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(id));
    try {
      T read = repository.load(id.toString()).invoke(loan -> reading.apply(loan.state()));
      unitOfWork.commit();
      return Optional.of(read);
    } catch (AggregateNotFoundException e) {
      unitOfWork.rollback(e);
      return Optional.empty();
    } catch (RuntimeException e) {
      unitOfWork.rollback(e);
      throw e;
    }
  }

  /**
   * Handles commands that answer no request, each for another loan, all of them or none. It blocks.
   *
   * @param commands the commands
   * @param metadata what is stored with each event, by the names of {@link EventMetadata}
   * @return how many events were stored
   * @throws Refused if one of the loans refuses
   * @throws RuntimeException if they could not be stored; they may be handled again
   */
  public int handleTogether(List<? extends LoanCommand> commands, Map<String, String> metadata) {
    return handleTogether(commands, new Append(null, metadata));
  }

  /**
   * Handles commands, those of one loan in their order, all of them or none. It blocks.
   *
   * @param append what becomes of the events: an {@link Append} or a {@link Rehearsal}
   * @return how many events there were
   * @throws Refused if one of the loans refuses
   * @throws RuntimeException if they could not be stored; they may be handled again
   */
  int handleTogether(List<? extends LoanCommand> commands, Object append) {
    UnitOfWork<CommandMessage<?>> unitOfWork =
        DefaultUnitOfWork.startAndGet(
            new GenericCommandMessage<>(commands, Map.of(EventMetadata.APPEND, append)));
    try {
      long events = 0;
      for (LoanCommand command :
          commands.stream().sorted(Comparator.comparing(LoanCommand::streamId)).toList()) {
        Aggregate<Loan> loan = repository.load(command.streamId());
        long before = loan.version();
        loan.handle(new GenericCommandMessage<>(command));
        events += loan.version() - before;
      }
      unitOfWork.commit();
      return Math.toIntExact(events);
    } catch (Exception | Error e) {
      if (unitOfWork.isActive()) {
        unitOfWork.rollback(e);
      }
      commands.forEach(command -> forget(command.streamId()));
      throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
  }
}
