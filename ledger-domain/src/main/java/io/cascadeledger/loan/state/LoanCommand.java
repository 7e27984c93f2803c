package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.stream.StreamCommand;
import io.cascadeledger.time.PostingTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish of a caller for one loan. */
public interface LoanCommand extends StreamCommand {

  /** The loan it is for. */
  LoanId loan();

  /** When it was received. */
  @Override
  PostingTime time();

  /** The identifier of the loan's stream, by which the command finds the loan. */
  @Override
  @TargetAggregateIdentifier
  default String streamId() {
    return loan().toString();
  }
}
