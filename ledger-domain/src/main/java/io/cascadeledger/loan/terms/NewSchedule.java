package io.cascadeledger.loan.terms;

import java.util.List;

/**
 * The lender's own instalments in place of those of a schedule that the lender has supplied.
 *
 * @param instalments numbered from 1, all due after the change; not null
 * @param arrears what happens to what is overdue, not null
 */
public record NewSchedule(List<ScheduledInstalment> instalments, Arrears arrears) {

  /** What happens to what is overdue. */
  public enum Arrears {
    /** It stays due. */
    STAY_DUE,
    /** The new instalments repay it, too; interest, fees and penalties are owed with the first. */
    SPREAD
  }

  public NewSchedule {
    instalments = List.copyOf(instalments);
  }
}
