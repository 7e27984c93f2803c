package io.cascadeledger.api.posting;

import io.cascadeledger.api.posting.PostingException.Reason;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.payment.ReturnPayment;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.stream.StreamCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import reactor.core.publisher.Mono;

/**
 * Takes a request from its command to its outcome: posted, posted before, or refused. Commands of
 * one stream are handled together with what else is waiting; others, one by one, over the command
 * bus.
 */
public final class Posting implements AutoCloseable {

  private final CommandBus commandBus;
  private final Streams streams;
  private final Loans loans;
  private final RecentRequests recentRequests = new RecentRequests();
  private final RecentPositions recentPositions;
  private final PostingObserver observer;
  private final Settlement settlement;
  private final Rehearsals rehearsals;
  private final StreamQueues queues;
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
  private final Executor virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Posts to streams, and through a command bus; both must store in the place that the requests are
   * read from.
   *
   * @param waiting how many commands of streams may be worked on or wait at once
   */
  public Posting(
      CommandBus commandBus,
      Streams streams,
      Loans loans,
      StoredRequests storedRequests,
      RecentPositions recentPositions,
      PostingObserver observer,
      int waiting) {
    this.commandBus = commandBus;
    this.streams = streams;
    this.loans = loans;
    this.recentPositions = recentPositions;
    this.observer = observer;
    this.settlement = new Settlement(storedRequests, recentRequests, observer);
    this.rehearsals = new Rehearsals(commandBus, streams, loans);
    this.queues = new StreamQueues(streams, this::settle, virtualThreads, waiting);
  }

  /** How many commands of streams are being worked on, or waiting for it. */
  public int waiting() {
    return queues.waiting();
  }

  /**
   * Posts. Commands of one stream are handled in the order in which they were subscribed to.
   *
   * @param request who asks, and with which key
   * @param command what is to be done
   * @return what was posted, now or by an earlier request with the same key and content; nothing if
   *     there was nothing to post, and then the key stays free; or an error: {@link Refused} or
   *     {@link ItemRefused} if the domain refuses, {@link PostingException} if the request itself
   *     cannot be served now. It comes on a thread that must not be blocked or kept
   */
  public Mono<Posted> post(PostingRequest request, Object command) {
    return Mono.defer(() -> Mono.fromFuture(postOnce(request, command), true));
  }

  /**
   * Tries what a request asks for, and stores nothing.
   *
   * @param correlationId what the request belongs to
   * @param command what would be done
   * @return what would be posted, with identities that nobody will know later; or {@link Refused}
   */
  public Mono<Posted> rehearse(String correlationId, Object command) {
    return Mono.fromFuture(
        () ->
            CompletableFuture.supplyAsync(
                () -> told(rehearsals.of(command, correlationId), command), virtualThreads));
  }

  /**
   * What an earlier request with the same key and content has posted; empty if the key is unused;
   * or an error if the content was another.
   */
  public Mono<Posted> earlier(PostingRequest request) {
    return Mono.fromFuture(
        () ->
            CompletableFuture.supplyAsync(
                () -> settlement.find(request).orElse(null), virtualThreads));
  }

  private CompletableFuture<Posted> postOnce(PostingRequest request, Object command) {
    Optional<Posted> recent = settlement.findRecent(request);
    if (recent.isPresent()) {
      return CompletableFuture.completedFuture(told(recent.get(), command));
    }
    if (request.slot() != null && !inProgress.add(request.slot())) {
      throw new PostingException(
          Reason.IDEMPOTENCY_IN_PROGRESS, "A request with this key is being worked on.", null);
    }
    return begin(request, command)
        .whenComplete((posted, _) -> end(request, command, posted))
        .thenApply(posted -> told(posted, command));
  }

  /** What answers a command, apart from what came before it. */
  private static Posted told(Posted posted, Object command) {
    return command instanceof AfterDayEnd ? posted.afterDayEnd() : posted;
  }

  private CompletableFuture<Posted> begin(PostingRequest request, Object command) {
    if (command instanceof StreamCommand ofStream && !isDecidedInSteps(ofStream)) {
      StreamPosting posting = new StreamPosting(streams, request, ofStream);
      return queues.offer(posting)
          ? posting.outcome
          : CompletableFuture.failedFuture(Settlement.overloaded(null));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          Attempt attempt = attempt(request, command);
          attempt.make();
          return settlement.settle(attempt);
        },
        virtualThreads);
  }

  private Attempt attempt(PostingRequest request, Object command) {
    return switch (command) {
      case AfterDayEnd(CloseLoanDay dayEnd, LoanCommand then) ->
          new StepsAttempt(loans, request, List.of(dayEnd, then));
      case CloseLoanDay dayEnd -> new StepsAttempt(loans, request, List.of(dayEnd));
      default -> new BusAttempt(commandBus, request, command);
    };
  }

  /**
   * One that may be refused after its first step has made events: the rollback that this takes
   * would undo what others have done in the same unit of work.
   */
  private static boolean isDecidedInSteps(StreamCommand command) {
    return command instanceof ReturnPayment || command instanceof CloseLoanDay;
  }

  private void settle(StreamPosting posting) {
    try {
      posting.outcome.complete(settlement.settle(posting));
    } catch (RuntimeException | Error e) {
      posting.outcome.completeExceptionally(e);
    }
  }

  /** The memory of the request is there before it stops being in progress. */
  private void end(PostingRequest request, Object command, Posted posted) {
    if (posted != null && !posted.isNothing()) {
      recentPositions.remember(posted);
      recentRequests.remember(request, posted);
      if (!posted.replayed()) {
        observer.posted(told(posted, command).event());
      }
    }
    if (request.slot() != null) {
      inProgress.remove(request.slot());
    }
  }

  /** Takes no more commands of streams, and ends once those that were taken are stored. */
  @Override
  public void close() {
    queues.close();
  }
}
