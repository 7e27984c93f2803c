package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.Append;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/**
 * Commands that are one request and are decided one after the other, each on what the one before it
 * has left. They have a unit of work of their own, so that a refusal of the last undoes the first.
 */
final class StepsAttempt implements Attempt {

  private final Loans loans;
  private final PostingRequest request;
  private final List<LoanCommand> steps;
  private Append append;
  private int events;
  private RuntimeException failure;
  private int refusals;

  StepsAttempt(Loans loans, PostingRequest request, List<LoanCommand> steps) {
    this.loans = loans;
    this.request = request;
    this.steps = steps;
  }

  @Override
  public PostingRequest request() {
    return request;
  }

  @Override
  public void make() {
    append = new Append(request.key(), request.metadata());
    failure = null;
    try {
      events = loans.handleTogether(steps, append);
    } catch (RuntimeException e) {
      failure = e;
      refusals += e instanceof Refused ? 1 : 0;
    }
  }

  @Override
  public RuntimeException failure() {
    return failure;
  }

  @Override
  public Posted posted() {
    if (events == 0) {
      return Posted.nothing(request.correlationId());
    }
    return Posted.of(append.stored(), request.correlationId());
  }

  /** A failure drops the loans from the cache, so the second refusal is on what is. */
  @Override
  public boolean isRefusalFinal() {
    return refusals > 1;
  }
}
