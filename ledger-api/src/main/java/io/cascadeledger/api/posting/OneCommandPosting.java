package io.cascadeledger.api.posting;

import io.cascadeledger.api.posting.PostingException.Reason;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.eventstore.AppendNotStoredException;
import io.cascadeledger.eventstore.AppendOutcomeUnknownException;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.EventStoreOverloadedException;
import io.cascadeledger.eventstore.IdempotencyKeyUsedException;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.eventstore.StoredRequests.StoredRequest;
import io.cascadeledger.loan.event.PaymentTaken;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Posts payments together by one command, whose events are one append: each carries the key of its
 * own request. The database knows each key once, so the keys need not be looked up beforehand.
 */
public final class OneCommandPosting implements AtomicPosting {

  private static final int ATTEMPTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CommandBus commandBus;
  private final StoredRequests storedRequests;
  private final RecentPositions recentPositions;
  private final PostingObserver observer;
  private final Executor virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

  /** Posts over a command bus, whose handlers store in the place that requests are read from. */
  public OneCommandPosting(
      CommandBus commandBus,
      StoredRequests storedRequests,
      RecentPositions recentPositions,
      PostingObserver observer) {
    this.commandBus = commandBus;
    this.storedRequests = storedRequests;
    this.recentPositions = recentPositions;
    this.observer = observer;
  }

  @Override
  public Mono<List<Posted>> post(List<PostingRequest> requests, PostPayments command) {
    return Mono.fromCallable(() -> postOrReplay(requests, command))
        .doOnNext(all -> all.forEach(recentPositions::remember))
        .subscribeOn(Schedulers.fromExecutor(virtualThreads));
  }

  private List<Posted> postOrReplay(List<PostingRequest> requests, PostPayments command) {
    RuntimeException obstacle = null;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 0; attempt < ATTEMPTS && System.nanoTime() < deadline; attempt++) {
      try {
        return send(requests, command);
      } catch (IdempotencyKeyUsedException e) {
        return replayIfPosted(requests).orElseThrow(() -> e);
      } catch (Refused e) {
        // A stale cached loan may have refused; the failure has dropped it from the cache.
        Optional<List<Posted>> earlier = replayIfPosted(requests);
        if (earlier.isPresent()) {
          return earlier.get();
        }
        if (attempt > 0) {
          observer.refused(e.code());
          throw e;
        }
        obstacle = e;
      } catch (AggregateNotFoundException e) {
        return replayIfPosted(requests).orElseThrow(this::notFound);
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
    throw obstacle instanceof AppendNotStoredException
        ? new PostingException(
            Reason.DATABASE_UNAVAILABLE, "The ledger cannot reach its database.", obstacle)
        : new PostingException(
            Reason.OVERLOADED, "Too many others are posting to the same place.", obstacle);
  }

  private Refused notFound() {
    observer.refused(RefusalCode.LOAN_NOT_FOUND);
    return Settlement.loanNotFound();
  }

  private List<Posted> send(List<PostingRequest> requests, PostPayments command) {
    Append append =
        Append.ofEach(requests.stream().map(PostingRequest::key).toList(), PaymentTaken.class);
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    commandBus.dispatch(
        GenericCommandMessage.asCommandMessage(command)
            .withMetaData(metadata(requests.getFirst(), append)),
        callback);
    CommandResultMessage<?> result = callback.getResult();
    if (result.isExceptional()) {
      switch (result.exceptionResult()) {
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        default -> throw new IllegalStateException(result.exceptionResult());
      }
    }
    Append.Stored stored = append.stored();
    stored.events().forEach(observer::posted);
    return perPayment(stored.events()).stream()
        .map(
            events ->
                new Posted(
                    events,
                    stored.lastPosition(),
                    requests.getFirst().correlationId(),
                    Posted.Outcome.POSTED))
        .toList();
  }

  /** Each payment with what it restates. */
  private static List<List<LedgerEvent>> perPayment(List<LedgerEvent> events) {
    List<List<LedgerEvent>> payments = new ArrayList<>();
    for (LedgerEvent event : events) {
      if (event instanceof PaymentTaken) {
        payments.add(new ArrayList<>(1));
      }
      payments.getLast().add(event);
    }
    return payments;
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

  /** What was posted before, if no key is unused; empty if all are. */
  private Optional<List<Posted>> replayIfPosted(List<PostingRequest> requests) {
    List<Posted> earlier = new ArrayList<>();
    List<Integer> used = new ArrayList<>();
    List<Integer> mismatching = new ArrayList<>();
    long head = storedRequests.head();
    for (int i = 0; i < requests.size(); i++) {
      PostingRequest request = requests.get(i);
      Optional<StoredRequest> found =
          storedRequests.find(request.tenant(), request.key().idempotencyKey());
      if (found.isPresent()) {
        StoredRequest stored = found.get();
        used.add(i);
        earlier.add(
            new Posted(stored.events(), head, stored.correlationId(), Posted.Outcome.REPLAYED));
        if (!MessageDigest.isEqual(stored.fingerprint(), request.key().fingerprint())) {
          mismatching.add(i);
        }
      }
    }
    if (used.isEmpty()) {
      return Optional.empty();
    }
    if (!mismatching.isEmpty() || used.size() < requests.size()) {
      throw new KeysUsedException(mismatching, used);
    }
    requests.forEach(request -> observer.replayed(request.operation()));
    return Optional.of(earlier);
  }
}
