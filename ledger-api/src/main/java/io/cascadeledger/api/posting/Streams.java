package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.AggregateCache;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.eventstore.AppendGroup;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.eventstore.ReadAhead;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.stream.Beginning;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The streams of the ledger, which handle commands: loans, debtor accounts, claims. Those commands
 * that come together are handled in one unit of work and stored by one insert; what one of them is
 * refused for does not touch the others.
 */
public final class Streams {

  private static final long NO_EVENT = -1;

  private final Map<String, StreamType<?>> types;
  private final AggregateCache cache;
  private final EventStorage storage;

  /**
   * The streams of an event store.
   *
   * @param types their types
   * @param cache the cache of all their repositories
   * @param storage where the events are
   */
  public Streams(List<StreamType<?>> types, AggregateCache cache, EventStorage storage) {
    this.types = types.stream().collect(Collectors.toMap(StreamType::name, Function.identity()));
    this.cache = cache;
    this.storage = storage;
  }

  /** Whether a stream is in memory. */
  boolean isAtHand(String stream) {
    return cache.containsKey(stream);
  }

  /** The sequence of a stream's last event, as it is stored; -1 if it has none. */
  long lastSequence(String stream) {
    return storage.lastSequenceNumberFor(stream).orElse(NO_EVENT);
  }

  /** Forgets what a stream came to, so that the next command sees what is stored. */
  void forget(String stream) {
    cache.remove(stream);
  }

  /**
   * Makes one attempt at each posting. Afterwards each says whether it has failed.
   *
   * @param postings in any order; those of one stream in the order in which they came
   */
  void handle(List<StreamPosting> postings) {
    handle(postings, null);
  }

  /**
   * Reads those of some streams that are not in memory, with one query.
   *
   * @return what was found; streams of very many events are left out
   */
  ReadAhead readAhead(Collection<String> streams) {
    return storage.readAhead(streams);
  }

  /**
   * Makes one attempt at each posting, as {@link #handle(List)} does.
   *
   * @param ahead what was read of their streams; or null
   */
  void handle(List<StreamPosting> postings, ReadAhead ahead) {
    AppendGroup group = new AppendGroup();
    UnitOfWork<CommandMessage<?>> unitOfWork =
        DefaultUnitOfWork.startAndGet(
            new GenericCommandMessage<>(postings, Map.of(EventMetadata.APPEND, group)));
    try {
      if (ahead != null) {
        ahead.serve(unitOfWork);
      }
      // All units of work lock in the same order, so that none waits for another in a circle.
      Set<String> touched = new HashSet<>();
      postings.stream()
          .sorted(Comparator.comparing(posting -> posting.stream))
          .forEach(posting -> handle(posting, touched, group));
      // Before they are unlocked: a stream whose events were not stored is not what it seems.
      unitOfWork.afterCommit(_ -> forgetFailed(postings));
      unitOfWork.commit();
    } catch (RuntimeException | Error e) {
      // Nobody waits for ever, and no lock is kept, whatever it was.
      if (unitOfWork.isActive()) {
        unitOfWork.rollback(e);
      }
      RuntimeException reason = reason(e, postings.size());
      postings.forEach(posting -> posting.failed(reason));
    }
  }

  /**
   * Why a unit of work has failed. Each of several postings finds out by itself whose fault it was,
   * unless it was the database's: then none of them would get further.
   */
  private static RuntimeException reason(Throwable e, int postings) {
    if (postings > 1 && !(e.getCause() instanceof SQLException)) {
      return new ConcurrencyException("another command of the group has failed", e);
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  private void handle(StreamPosting posting, Set<String> touched, AppendGroup group) {
    Append append = posting.begin();
    if (group.isFull()) {
      // Back-dated commands make many events each.
      posting.failed(new ConcurrencyException("the commands before it have made many events"));
      return;
    }
    boolean first = touched.add(posting.stream);
    try {
      int events = handled(typeOf(posting.stream), posting, first);
      if (events > 0) {
        group.add(append, events);
      }
    } catch (Refused | ItemRefused e) {
      posting.refused(e, NO_EVENT);
    } catch (AggregateNotFoundException | ConcurrencyException e) {
      posting.failed(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private StreamType<?> typeOf(String stream) {
    return types.get(stream.substring(0, stream.indexOf('/')));
  }

  /** How many events the command has made; none if it was refused, or had nothing to do. */
  private <T> int handled(StreamType<T> type, StreamPosting posting, boolean first)
      throws Exception {
    if (posting.command.beginning() == Beginning.ALWAYS) {
      if (!first) {
        // Whether the stream will exist is not known before the others of the group are stored.
        throw new ConcurrencyException("the stream is being begun or was there before");
      }
      return begun(type, posting);
    }
    Aggregate<T> aggregate;
    try {
      aggregate = type.repository().load(posting.stream);
    } catch (AggregateNotFoundException e) {
      if (posting.command.beginning() == Beginning.NEVER) {
        throw e;
      }
      return begun(type, posting);
    }
    long before = sequence(aggregate);
    try {
      aggregate.handle(new GenericCommandMessage<>(posting.command));
    } catch (Refused | ItemRefused e) {
      posting.refused(e, before);
      return 0;
    } catch (RuntimeException e) {
      // What another node has stored comes event by event: here may be only the first of those that
      // one command made there. What cannot be decided on that is decided again on all of them.
      if (sequence(aggregate) == before && lastSequence(posting.stream) != before) {
        throw new ConcurrencyException("the stream has gone on elsewhere", e);
      }
      throw e;
    }
    int events = Math.toIntExact(sequence(aggregate) - before);
    if (events == 0) {
      posting.refused(new NothingToDo(), before);
    }
    return events;
  }

  private static <T> int begun(StreamType<T> type, StreamPosting posting) throws Exception {
    Aggregate<T> aggregate =
        type.repository().newInstance(() -> type.first().apply(posting.command));
    return Math.toIntExact(sequence(aggregate) - NO_EVENT);
  }

  private static long sequence(Aggregate<?> aggregate) {
    Long version = aggregate.version();
    return version == null ? NO_EVENT : version;
  }

  /**
   * Forgets the streams that are not what they seem, because events that were made were not stored.
   * What others of the group were refused for on such a stream was decided on what never happened.
   */
  private void forgetFailed(List<StreamPosting> postings) {
    Set<String> forgotten =
        postings.stream()
            .filter(Streams::isNotStored)
            .map(posting -> posting.stream)
            .collect(Collectors.toSet());
    forgotten.forEach(this::forget);
    postings.stream()
        .filter(posting -> forgotten.contains(posting.stream))
        .forEach(StreamPosting::doubtRefusal);
  }

  private static boolean isNotStored(StreamPosting posting) {
    if (posting.isRefusedByBooks()) {
      return true;
    }
    return switch (posting.failure()) {
      case null -> false;
      // Nothing of it happened.
      case Refused _, ItemRefused _, NothingToDo _ -> false;
      default -> true;
    };
  }
}
