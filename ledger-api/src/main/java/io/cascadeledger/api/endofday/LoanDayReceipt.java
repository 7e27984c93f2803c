package io.cascadeledger.api.endofday;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.DayEndAnswer;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The answer to the end of a day of one loan. */
record LoanDayReceipt(
    @Describe("The loan.") UUID loanId,
    @Describe("What the end of the day has brought.") DayEndAnswer brought,
    @Describe("The entries that do something else since, because they count later.")
        List<RestatedEntry> restated,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static LoanDayReceipt of(UUID loan, LocalDate day, Posted posted) {
    return new LoanDayReceipt(
        loan,
        DayEndAnswer.of(day, posted.events()),
        RestatedEntry.allOf(posted),
        Rehearsed.flag(posted));
  }

  static LoanDayReceipt example() {
    return new LoanDayReceipt(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        DayEndAnswer.example(),
        List.of(),
        null);
  }
}
