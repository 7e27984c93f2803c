package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.AggregateCache;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.eventstore.AppendGroup;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.eventstore.ReadAhead;
import io.cascadeledger.eventstore.Rehearsal;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.Refused;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;

/**
 * The loans of the ledger, which handle commands. Those that come together are handled in one unit
 * of work and stored by one insert; what one of them is refused for does not touch the others.
 */
public final class Loans {

  private static final long NO_EVENT = -1;

  private final Repository<Loan> repository;
  private final AggregateCache cache;
  private final EventStorage storage;

  /**
   * The loans of an event store.
   *
   * @param repository loads loans
   * @param cache the repository's cache
   * @param storage where the repository's events are
   */
  public Loans(Repository<Loan> repository, AggregateCache cache, EventStorage storage) {
    this.repository = repository;
    this.cache = cache;
    this.storage = storage;
  }

  /** Whether a loan is in memory. */
  boolean isAtHand(String stream) {
    return cache.containsKey(stream);
  }

  /** The sequence of a loan's last event, as it is stored; -1 if it has none. */
  long lastSequence(String stream) {
    return storage.lastSequenceNumberFor(stream).orElse(NO_EVENT);
  }

  /** Forgets what a loan was, so that the next command sees what is stored. */
  void forget(String stream) {
    cache.remove(stream);
  }

  /**
   * Makes one attempt at each posting. Afterwards each says whether it has failed.
   *
   * @param postings in any order; those of one loan in the order in which they came
   */
  void handle(List<LoanPosting> postings) {
    handle(postings, null);
  }

  /**
   * Reads those of some loans that are not in memory, with one query.
   *
   * @return what was found; loans with very many events are left out
   */
  ReadAhead readAhead(Collection<String> streams) {
    return storage.readAhead(streams);
  }

  /**
   * Makes one attempt at each posting, as {@link #handle(List)} does.
   *
   * @param ahead what was read of their loans; or null
   */
  void handle(List<LoanPosting> postings, ReadAhead ahead) {
    AppendGroup group = new AppendGroup();
    UnitOfWork<CommandMessage<?>> unitOfWork =
        DefaultUnitOfWork.startAndGet(
            new GenericCommandMessage<>(postings, Map.of(EventMetadata.APPEND, group)));
    try {
      if (ahead != null) {
        ahead.serve(unitOfWork);
      }
      // All units of work lock loans in the same order, so that none waits for another in a circle.
      Set<String> touched = new HashSet<>();
      postings.stream()
          .sorted(Comparator.comparing(posting -> posting.stream))
          .forEach(posting -> handle(posting, touched, group));
      // Before the loans are unlocked: a loan whose events were not stored is not what it seems.
      unitOfWork.afterCommit(_ -> forgetFailed(postings));
      unitOfWork.commit();
    } catch (RuntimeException e) {
      if (unitOfWork.isActive()) {
        unitOfWork.rollback(e);
      }
      postings.forEach(posting -> posting.failed(e));
    }
  }

  private void handle(LoanPosting posting, Set<String> touched, AppendGroup group) {
    Append append = posting.begin();
    boolean first = touched.add(posting.stream);
    try {
      if (posting.command instanceof OpenLoan opening) {
        if (!first) {
          // Whether the loan will exist is not known before the others of the group are stored.
          throw new ConcurrencyException("the loan is being opened or was open before");
        }
        repository.newInstance(() -> new Loan(opening));
        group.add(append, 1);
      } else {
        int events = handled(posting);
        if (events > 0) {
          group.add(append, events);
        }
      }
    } catch (Refused e) {
      posting.refused(e, NO_EVENT);
    } catch (AggregateNotFoundException | ConcurrencyException e) {
      posting.failed(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many events the command has made; none if it was refused. */
  private int handled(LoanPosting posting) throws Exception {
    Aggregate<Loan> loan = repository.load(posting.stream);
    long before = sequence(loan);
    try {
      loan.handle(new GenericCommandMessage<>(posting.command));
      return Math.toIntExact(sequence(loan) - before);
    } catch (Refused e) {
      posting.refused(e, before);
      return 0;
    }
  }

  private static long sequence(Aggregate<Loan> loan) {
    Long version = loan.version();
    return version == null ? NO_EVENT : version;
  }

  private void forgetFailed(List<LoanPosting> postings) {
    for (LoanPosting posting : postings) {
      if (posting.failure() != null
          && (!(posting.failure() instanceof Refused) || posting.isRefusedByBooks())) {
        forget(posting.stream);
      }
    }
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
    } catch (Exception e) {
      if (unitOfWork.isActive()) {
        unitOfWork.rollback(e);
      }
      commands.forEach(command -> forget(command.streamId()));
      throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
  }
}
