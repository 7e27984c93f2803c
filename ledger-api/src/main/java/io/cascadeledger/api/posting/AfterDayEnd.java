package io.cascadeledger.api.posting;

import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.state.LoanCommand;
import java.time.LocalDate;

/**
 * A command before which its loan is brought to the end of an earlier day: both are done, in one
 * append, or neither.
 *
 * @param dayEnd the end of the day, of the same loan
 * @param command what is to be done thereafter
 */
public record AfterDayEnd(CloseLoanDay dayEnd, LoanCommand command) {

  /** The end of the day before the one on which a command counts. */
  public static AfterDayEnd before(LoanCommand command) {
    LocalDate day = command.effectiveDate().minusDays(1);
    return new AfterDayEnd(new CloseLoanDay(command.loan(), day, command.time()), command);
  }
}
