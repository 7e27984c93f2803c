package io.cascadeledger.api.posting;

import io.cascadeledger.api.posting.PostingException.Reason;
import io.cascadeledger.api.posting.RecentRequests.Recent;
import io.cascadeledger.eventstore.AppendNotStoredException;
import io.cascadeledger.eventstore.AppendOutcomeUnknownException;
import io.cascadeledger.eventstore.EventStoreOverloadedException;
import io.cascadeledger.eventstore.IdempotencyKeyUsedException;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.eventstore.StoredRequests.StoredRequest;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Brings requests to their ends: posted, posted before, or refused. What makes a retry safe is the
 * key that the event store keeps with the events; this class only asks for it in the right order.
 */
final class Settlement {

  /** How often a command is tried again when other commands, or a broken connection, came first. */
  private static final int ATTEMPTS = 10;

  /** For how long it is tried again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StoredRequests storedRequests;
  private final RecentRequests recentRequests;
  private final PostingObserver observer;

  Settlement(
      StoredRequests storedRequests, RecentRequests recentRequests, PostingObserver observer) {
    this.storedRequests = storedRequests;
    this.recentRequests = recentRequests;
    this.observer = observer;
  }

  /**
   * Goes on from an attempt that was made, and tries again as often as that may help.
   *
   * @return what was posted, now or by an earlier request with the same key and content
   * @throws Refused if the domain refuses
   * @throws PostingException if the request itself cannot be served now
   */
  Posted settle(Attempt attempt) {
    RuntimeException obstacle = null;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int made = 1; attempt.failure() != null; made++) {
      Optional<Posted> earlier = earlierAfter(attempt);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      obstacle = attempt.failure();
      if (made == ATTEMPTS || System.nanoTime() > deadline) {
        throw given(obstacle);
      }
      attempt.make();
    }
    return attempt.posted();
  }

  /**
   * What an earlier request has posted, now that an attempt has failed.
   *
   * @return empty if there is none and another attempt may succeed
   */
  private Optional<Posted> earlierAfter(Attempt attempt) {
    PostingRequest request = attempt.request();
    switch (attempt.failure()) {
      case IdempotencyKeyUsedException _ -> {
        return Optional.of(find(request).orElseThrow());
      }
      case AggregateNotFoundException _ -> {
        return Optional.of(find(request).orElseThrow(() -> refused(attempt.missing())));
      }
      case AggregateStreamCreationException _ when attempt.opensLoan() -> {
        return Optional.of(find(request).orElseThrow(this::alreadyExists));
      }
      case AggregateStreamCreationException _ when attempt.joins() -> {
        return find(request);
      }
      case Refused _, ItemRefused _ -> {
        Optional<Posted> earlier = find(request);
        if (earlier.isEmpty() && attempt.isRefusalFinal()) {
          throw refused(attempt.failure());
        }
        return earlier;
      }
      case NothingToDo _ -> {
        return find(request)
            .or(
                () ->
                    attempt.isRefusalFinal()
                        ? Optional.of(Posted.nothing(request.correlationId()))
                        : Optional.empty());
      }
      case ConcurrencyException _, DeadlockException _, AppendNotStoredException _ -> {
        return Optional.empty();
      }
      case EventStoreOverloadedException e -> throw overloaded(e);
      case AppendOutcomeUnknownException e ->
          throw new PostingException(
              Reason.OUTCOME_UNKNOWN,
              "The database went away while the request was being stored.",
              e);
      case RuntimeException e -> throw e;
    }
  }

  /** The outcome of a request that was tried often enough. */
  private static RuntimeException given(RuntimeException obstacle) {
    return switch (obstacle) {
      case Refused refused -> refused;
      case ItemRefused refused -> refused;
      case AppendNotStoredException e ->
          new PostingException(
              Reason.DATABASE_UNAVAILABLE, "The ledger cannot reach its database.", e);
      default ->
          new PostingException(
              Reason.OVERLOADED, "Too many others are posting to the same place.", obstacle);
    };
  }

  static PostingException overloaded(RuntimeException cause) {
    return new PostingException(Reason.OVERLOADED, "The ledger is overloaded.", cause);
  }

  private RuntimeException refused(RuntimeException refusal) {
    switch (refusal) {
      case Refused refused -> observer.refused(refused.code());
      case ItemRefused refused -> observer.refused(refused.code());
      default -> throw new IllegalStateException("no refusal", refusal);
    }
    return refusal;
  }

  private Refused alreadyExists() {
    observer.refused(RefusalCode.LOAN_ALREADY_EXISTS);
    return loanAlreadyExists();
  }

  static Refused loanNotFound() {
    return new Refused(RefusalCode.LOAN_NOT_FOUND, "There is no such loan.");
  }

  static Refused loanAlreadyExists() {
    return new Refused(
        RefusalCode.LOAN_ALREADY_EXISTS, "A loan with this identifier was opened before.");
  }

  /**
   * What an earlier request with the same key has posted, as far as this node remembers.
   *
   * @throws PostingException if its content was another
   */
  Optional<Posted> findRecent(PostingRequest request) {
    if (request.key() == null) {
      return Optional.empty();
    }
    Recent recent = recentRequests.find(request);
    if (recent == null) {
      return Optional.empty();
    }
    return Optional.of(replay(request, recent.fingerprint(), recent.posted().again()));
  }

  /**
   * What an earlier request with the same key has posted.
   *
   * @throws PostingException if its content was another
   */
  Optional<Posted> find(PostingRequest request) {
    if (request.key() == null) {
      return Optional.empty();
    }
    Optional<StoredRequest> found =
        storedRequests.find(request.tenant(), request.key().idempotencyKey());
    return found.map(
        earlier ->
            replay(
                request,
                earlier.fingerprint(),
                new Posted(
                    earlier.events(),
                    storedRequests.head(),
                    earlier.correlationId(),
                    Posted.Outcome.REPLAYED)));
  }

  private Posted replay(PostingRequest request, byte[] fingerprint, Posted earlier) {
    if (!MessageDigest.isEqual(fingerprint, request.key().fingerprint())) {
      throw new PostingException(
          Reason.IDEMPOTENCY_MISMATCH,
          "The key was used before, for a request with another content.",
          null);
    }
    observer.replayed(request.operation());
    return earlier;
  }
}
