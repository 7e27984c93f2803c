package io.cascadeledger.api.schedule;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.endofday.Delinquency;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Pauses;
import io.cascadeledger.loan.terms.DelinquencyPause;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The answer to the question how late a loan is. */
public record DelinquencyAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The day it is looked at.") LocalDate date,
    @Describe("current, days_1_to_30, days_31_to_60, days_61_to_90 or over_90_days.") String bucket,
    @Describe(
            "How many days ago the oldest open instalment fell due, without those of pauses; zero"
                + " while grace lasts.")
        long daysPastDue,
    @Describe("What is open of all instalments that have fallen due, in minor units.")
        long overdueMinor,
    @Describe("Whether the day is in a pause.") boolean paused,
    @Describe("The pauses that were not taken back whole, the earliest first.")
        List<Pause> pauses) {

  /** Days that do not count as days past due. */
  public record Pause(
      @Describe("The pause.") UUID delinquencyPauseId,
      @Describe("The first of its days.") LocalDate startDate,
      @Describe("The last of its days, as it stands now.") LocalDate endDate) {}

  static DelinquencyAnswer of(UUID loanId, LocalDate date, LoanState loan) {
    Delinquency delinquency = Delinquency.of(loan, date);
    Pauses pauses = loan.standing().servicing().orElseThrow().pauses();
    return new DelinquencyAnswer(
        loanId,
        date,
        delinquency.bucket().name().toLowerCase(Locale.ROOT),
        delinquency.daysPastDue(),
        delinquency.overdueMinor(),
        pauses.cover(date),
        pauses.arranged().entrySet().stream().map(DelinquencyAnswer::pause).toList());
  }

  private static Pause pause(Map.Entry<UUID, DelinquencyPause> pause) {
    return new Pause(pause.getKey(), pause.getValue().start(), pause.getValue().end());
  }

  static DelinquencyAnswer example() {
    return new DelinquencyAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        LocalDate.of(2026, 3, 31),
        "days_1_to_30",
        16,
        86_607,
        false,
        List.of(
            new Pause(
                UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 31))));
  }
}
