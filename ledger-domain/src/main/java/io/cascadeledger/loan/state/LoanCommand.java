package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.stream.StreamCommand;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish of a caller for one loan. */
public interface LoanCommand extends StreamCommand {

  /** The loan it is for. */
  LoanId loan();

  /** When it was received. */
  @Override
  PostingTime time();

  /** The day on which it counts; the business date of those that say none. */
  default LocalDate effectiveDate() {
    return time().businessDate();
  }

  /** The identifier of the loan's stream, by which the command finds the loan. */
  @Override
  @TargetAggregateIdentifier
  default String streamId() {
    return loan().toString();
  }
}
