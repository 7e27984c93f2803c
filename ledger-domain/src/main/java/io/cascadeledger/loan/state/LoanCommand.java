package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.time.PostingTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish of a caller for one loan. */
public interface LoanCommand {

  /** The loan it is for. */
  LoanId loan();

  /** When it was received. */
  PostingTime time();

  /** The identifier of the loan's stream, by which the command finds the loan. */
  @TargetAggregateIdentifier
  default String streamId() {
    return loan().toString();
  }
}
