package io.cascadeledger.api.movement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.PenaltyAssessed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the end of a day has brought to one loan, as it is answered. */
@Describe("What the end of a day has brought to a loan.")
public record DayEndAnswer(
    @Describe("The business day.") LocalDate businessDate,
    @Describe("The interest that was booked, in minor units.") long interestBookedMinor,
    @Describe("The late charges that were made, in minor units.") long lateChargesMinor,
    @Describe("How many instalments fell due.") int instalmentsFellDue,
    @Describe(value = "How late the loan is by now, if that has changed.", optional = true)
        String delinquency) {

  /** Made of the events that it has brought. */
  public static DayEndAnswer of(LocalDate day, List<LedgerEvent> events) {
    long interest = 0;
    long charges = 0;
    int due = 0;
    String delinquency = null;
    for (LedgerEvent event : events) {
      switch (event) {
        case InterestEarned earned -> interest += earned.amount().minorUnits();
        case FeeAssessed fee -> charges += fee.amount().minorUnits();
        case PenaltyAssessed penalty -> charges += penalty.amount().minorUnits();
        case InstalmentFellDue _ -> due++;
        case DelinquencyChanged changed ->
            delinquency = changed.bucket().name().toLowerCase(Locale.ROOT);
        default -> {
          // A restatement is part of what it follows.
        }
      }
    }
    return new DayEndAnswer(day, interest, charges, due, delinquency);
  }

  /** An example for the description. */
  public static DayEndAnswer example() {
    return new DayEndAnswer(LocalDate.of(2026, 4, 30), 3_400, 0, 1, null);
  }
}
