package io.cascadeledger.loan.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

  /** When what is overdue falls due; empty if it stays due. */
  public Optional<LocalDate> overdueFallsDue() {
    return arrears == Arrears.SPREAD
        ? Optional.of(instalments.getFirst().dueDate())
        : Optional.empty();
  }
}
