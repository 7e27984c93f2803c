package io.cascadeledger.api.posting;

import io.cascadeledger.account.command.AccountCommand;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.stream.Beginning;
import io.cascadeledger.stream.StreamCommand;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A request's command on its way to its stream: a loan, a debtor account, a claim. It is handled by
 * one thread at a time; only {@link #outcome} is seen by others.
 */
final class StreamPosting implements Attempt {

  /** No stream's last event has this sequence. */
  private static final long ON_NOTHING = Long.MIN_VALUE;

  final StreamCommand command;

  /** The identifier of the stream. */
  final String stream;

  final CompletableFuture<Posted> outcome = new CompletableFuture<>();
  private final Streams streams;
  private final PostingRequest request;
  private Append append;
  private RuntimeException failure;
  private long decidedAt;
  private int refusedByBooks;

  StreamPosting(Streams streams, PostingRequest request, StreamCommand command) {
    this.streams = streams;
    this.request = request;
    this.command = command;
    this.stream = command.streamId();
  }

  @Override
  public PostingRequest request() {
    return request;
  }

  @Override
  public boolean opensLoan() {
    return command instanceof OpenLoan;
  }

  @Override
  public void make() {
    streams.handle(List.of(this));
  }

  /** Begins an attempt, and gives the append that its events are to be part of. */
  Append begin() {
    append = new Append(request.key(), request.metadata());
    failure = null;
    return append;
  }

  /**
   * Ends the attempt: the stream, whose last event has this sequence, has refused; or it has found
   * {@link NothingToDo}.
   */
  void refused(RuntimeException why, long sequence) {
    failure = why;
    decidedAt = sequence;
  }

  /** Ends the attempt: if the stream has refused, it was on events that were not stored. */
  void doubtRefusal() {
    decidedAt = ON_NOTHING;
  }

  /**
   * Whether the stream had decided, but the books refuse what it has decided: they are closed. Then
   * the stream is not what it seems in memory.
   */
  boolean isRefusedByBooks() {
    return failure == null && append.failure() instanceof Refused;
  }

  /** Ends the attempt: nothing was decided. */
  void failed(RuntimeException why) {
    failure = why;
  }

  @Override
  public RuntimeException failure() {
    return failure == null ? append.failure() : failure;
  }

  /**
   * The stream may be one that another node has changed: then the refusal is not the truth. What
   * the books refuse they refuse for what the stream has decided; the second time that is on what
   * is.
   */
  @Override
  public boolean isRefusalFinal() {
    if (isRefusedByBooks()) {
      return ++refusedByBooks > 1;
    }
    boolean unchanged = streams.lastSequence(stream) == decidedAt;
    if (!unchanged) {
      streams.forget(stream);
    }
    return unchanged;
  }

  @Override
  public Posted posted() {
    return Posted.of(append.stored(), request.correlationId());
  }

  @Override
  public RuntimeException missing() {
    return switch (command) {
      case AccountCommand _ ->
          new ItemRefused(ItemRefusalCode.ACCOUNT_NOT_FOUND, "There is no such account.");
      case ChangeClaim _ ->
          new ItemRefused(ItemRefusalCode.CLAIM_NOT_FOUND, "There is no such claim.");
      default -> Settlement.loanNotFound();
    };
  }

  @Override
  public boolean joins() {
    return command.beginning() == Beginning.IF_MISSING;
  }
}
