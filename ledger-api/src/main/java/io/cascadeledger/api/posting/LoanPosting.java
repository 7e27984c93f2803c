package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.Append;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A request's command on its way to a loan. It is handled by one thread at a time; only {@link
 * #outcome} is seen by others.
 */
final class LoanPosting implements Attempt {

  final LoanCommand command;

  /** The stream of the loan. */
  final String stream;

  final CompletableFuture<Posted> outcome = new CompletableFuture<>();
  private final Loans loans;
  private final PostingRequest request;
  private Append append;
  private RuntimeException failure;
  private long decidedAt;
  private int refusedByBooks;

  LoanPosting(Loans loans, PostingRequest request, LoanCommand command) {
    this.loans = loans;
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
    loans.handle(List.of(this));
  }

  /** Begins an attempt, and gives the append that its events are to be part of. */
  Append begin() {
    append = new Append(request.key(), request.metadata());
    failure = null;
    return append;
  }

  /** Ends the attempt: the loan, whose last event has this sequence, has refused. */
  void refused(Refused why, long sequence) {
    failure = why;
    decidedAt = sequence;
  }

  /**
   * Whether the loan had decided, but the books refuse what it has decided: they are closed. Then
   * the loan is not what it seems in memory.
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
   * The loan may be one which another node has changed: then the refusal is not the truth. What the
   * books refuse they refuse for what the loan has decided; the second time that is on what is.
   */
  @Override
  public boolean isRefusalFinal() {
    if (isRefusedByBooks()) {
      return ++refusedByBooks > 1;
    }
    boolean unchanged = loans.lastSequence(stream) == decidedAt;
    if (!unchanged) {
      loans.forget(stream);
    }
    return unchanged;
  }

  @Override
  public Posted posted() {
    Append.Stored stored = append.stored();
    return new Posted(
        stored.events(), stored.lastPosition(), request.correlationId(), Posted.Outcome.POSTED);
  }
}
