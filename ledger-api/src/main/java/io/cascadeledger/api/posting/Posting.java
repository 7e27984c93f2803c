package io.cascadeledger.api.posting;

import io.cascadeledger.api.posting.PostingException.Reason;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.eventstore.AppendNotStoredException;
import io.cascadeledger.eventstore.AppendOutcomeUnknownException;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.EventStoreOverloadedException;
import io.cascadeledger.eventstore.IdempotencyKeyUsedException;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.eventstore.StoredRequests.StoredRequest;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a request from its command to its outcome: posted, posted before, or refused. What makes a
 * retry safe is the key that the event store keeps with the events; this class only asks it in the
 * right order.
 */
public final class Posting {

  /** How often a command is tried again when other commands, or a broken connection, came first. */
  private static final int ATTEMPTS = 10;

  /** For how long it is tried again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CommandBus commandBus;
  private final StoredRequests storedRequests;
  private final RecentPositions recentPositions;
  private final PostingObserver observer;
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
  private final Executor virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Posts through a command bus, whose handlers store in the place that the requests are read from.
   */
  public Posting(
      CommandBus commandBus,
      StoredRequests storedRequests,
      RecentPositions recentPositions,
      PostingObserver observer) {
    this.commandBus = commandBus;
    this.storedRequests = storedRequests;
    this.recentPositions = recentPositions;
    this.observer = observer;
  }

  /**
   * Posts.
   *
   * @param request who asks, and with which key
   * @param command what is to be done
   * @return what was posted, now or by an earlier request with the same key and content; or an
   *     error: {@link Refused} if the domain refuses, {@link PostingException} if the request
   *     itself cannot be served now
   */
  public Mono<Posted> post(PostingRequest request, Object command) {
    return Mono.fromCallable(() -> postOnce(request, command))
        .subscribeOn(Schedulers.fromExecutor(virtualThreads));
  }

  /**
   * What an earlier request with the same key and content has posted; empty if the key is unused;
   * or an error if the content was another.
   */
  public Mono<Posted> earlier(PostingRequest request) {
    return Mono.fromCallable(() -> replayIfPosted(request).orElse(null))
        .subscribeOn(Schedulers.fromExecutor(virtualThreads));
  }

  private Posted postOnce(PostingRequest request, Object command) {
    if (!inProgress.add(request.slot())) {
      throw new PostingException(
          Reason.IDEMPOTENCY_IN_PROGRESS, "A request with this key is being worked on.", null);
    }
    try {
      Posted posted = postOrReplay(request, command);
      recentPositions.remember(posted);
      return posted;
    } finally {
      inProgress.remove(request.slot());
    }
  }

  private Posted postOrReplay(PostingRequest request, Object command) {
    RuntimeException obstacle = null;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 0; attempt < ATTEMPTS && System.nanoTime() < deadline; attempt++) {
      try {
        return send(request, command);
      } catch (IdempotencyKeyUsedException e) {
        return replay(
            request,
            storedRequests.find(request.tenant(), request.key().idempotencyKey()).orElseThrow());
      } catch (Refused e) {
        // A stale cached loan may have refused; the failure has dropped it from the cache.
        boolean decidedOnFreshState = attempt > 0;
        Optional<Posted> earlier = replayIfPosted(request);
        if (earlier.isPresent()) {
          return earlier.get();
        }
        if (decidedOnFreshState) {
          observer.refused(e.code());
          throw e;
        }
        obstacle = e;
      } catch (AggregateNotFoundException e) {
        return replayIfPosted(request).orElseThrow(this::notFound);
      } catch (AggregateStreamCreationException e) {
        return replayIfPosted(request).orElseThrow(this::alreadyExists);
      } catch (ConcurrencyException | DeadlockException | AppendNotStoredException e) {
        obstacle = e;
      } catch (EventStoreOverloadedException e) {
        throw new PostingException(Reason.OVERLOADED, "The ledger is overloaded.", e);
      } catch (AppendOutcomeUnknownException e) {
        throw new PostingException(
            Reason.OUTCOME_UNKNOWN,
            "The database went away while the request was being stored.",
            e);
      }
    }
    if (obstacle instanceof AppendNotStoredException) {
      throw new PostingException(
          Reason.DATABASE_UNAVAILABLE, "The ledger cannot reach its database.", obstacle);
    }
    throw new PostingException(
        Reason.OVERLOADED, "Too many others are posting to the same place.", obstacle);
  }

  private Refused notFound() {
    observer.refused(RefusalCode.LOAN_NOT_FOUND);
    return new Refused(RefusalCode.LOAN_NOT_FOUND, "There is no such loan.");
  }

  private Refused alreadyExists() {
    observer.refused(RefusalCode.LOAN_ALREADY_EXISTS);
    return new Refused(
        RefusalCode.LOAN_ALREADY_EXISTS, "A loan with this identifier was opened before.");
  }

  private Posted send(PostingRequest request, Object command) {
    Append append = new Append(request.key());
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    commandBus.dispatch(
        GenericCommandMessage.asCommandMessage(command).withMetaData(metadata(request, append)),
        callback);
    CommandResultMessage<?> result = callback.getResult();
    if (result.isExceptional()) {
      throw asUnchecked(result.exceptionResult());
    }
    Append.Stored stored = append.stored();
    Posted posted =
        new Posted(
            stored.events().getFirst(), stored.lastPosition(), request.correlationId(), false);
    observer.posted(posted.event());
    return posted;
  }

  private static RuntimeException asUnchecked(Throwable failure) {
    return switch (failure) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(failure);
    };
  }

  private static Map<String, Object> metadata(PostingRequest request, Append append) {
    Map<String, Object> metadata = HashMap.newHashMap(4);
    metadata.put(EventMetadata.ACTOR, request.actor());
    metadata.put(EventMetadata.CORRELATION_ID, request.correlationId());
    metadata.put(EventMetadata.APPEND, append);
    if (request.traceparent() != null) {
      metadata.put(EventMetadata.TRACEPARENT, request.traceparent());
    }
    return metadata;
  }

  private Optional<Posted> replayIfPosted(PostingRequest request) {
    return storedRequests
        .find(request.tenant(), request.key().idempotencyKey())
        .map(earlier -> replay(request, earlier));
  }

  private Posted replay(PostingRequest request, StoredRequest earlier) {
    if (!MessageDigest.isEqual(earlier.fingerprint(), request.key().fingerprint())) {
      throw new PostingException(
          Reason.IDEMPOTENCY_MISMATCH,
          "The key was used before, for a request with another content.",
          null);
    }
    observer.replayed(request.operation());
    return new Posted(earlier.event(), storedRequests.head(), earlier.correlationId(), true);
  }
}
