package io.cascadeledger.api.schedule;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.view.InstalmentView;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The answer to a question for a schedule. */
public record ScheduleAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The instalments, the earliest first; none before the first disbursement.")
        List<Row> instalments) {

  /** One instalment. */
  public record Row(
      @Describe("instalment or down_payment.") String kind,
      @Describe("Its place among the instalments, from 1; 0 for a down payment.") int number,
      @Describe("The first day of its period.") LocalDate periodFrom,
      @Describe("When it falls due.") LocalDate dueDate,
      @Describe(
              "What is to be paid. Interest that is not earned yet, and fees and penalties that were"
                  + " agreed and are not booked yet, are a forecast.")
          Parts due,
      @Describe("What was paid before the due date.") Parts paidInAdvance,
      @Describe("What was paid on the due date.") Parts paidOnTime,
      @Describe("What was paid after the due date.") Parts paidLate,
      @Describe("What is still to be paid.") Parts outstanding) {

    private static Row of(InstalmentView view) {
      return new Row(
          view.instalment().isDownPayment() ? "down_payment" : "instalment",
          view.instalment().number(),
          view.instalment().from(),
          view.instalment().due(),
          Parts.of(view.due()),
          Parts.of(view.inAdvance()),
          Parts.of(view.onTime()),
          Parts.of(view.late()),
          Parts.of(view.outstanding()));
    }
  }

  /** Amounts by component, in minor units. */
  public record Parts(
      @Describe("Penalties.") long penaltiesMinor,
      @Describe("Fees.") long feesMinor,
      @Describe("Interest.") long interestMinor,
      @Describe("Principal.") long principalMinor,
      @Describe("Their sum.") long totalMinor) {

    private static Parts of(Allocation parts) {
      return new Parts(
          parts.penaltiesMinor(),
          parts.feesMinor(),
          parts.interestMinor(),
          parts.principalMinor(),
          parts.appliedMinor());
    }
  }

  static ScheduleAnswer of(UUID loanId, List<InstalmentView> instalments) {
    return new ScheduleAnswer(loanId, instalments.stream().map(Row::of).toList());
  }

  static ScheduleAnswer example() {
    Parts none = Parts.of(Allocation.NONE);
    Parts due = Parts.of(new Allocation(0, 1_000, 85_607, 0));
    return new ScheduleAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        List.of(
            new Row(
                "instalment",
                1,
                LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 2, 15),
                due,
                none,
                due,
                none,
                none)));
  }
}
