package io.cascadeledger.api.schedule;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.endofday.Delinquency;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** The answer to the question how late a loan is. */
public record DelinquencyAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The day it is looked at.") LocalDate date,
    @Describe("current, days_1_to_30, days_31_to_60, days_61_to_90 or over_90_days.") String bucket,
    @Describe("How many days ago the oldest open instalment fell due; zero while grace lasts.")
        long daysPastDue,
    @Describe("What is open of all instalments that have fallen due, in minor units.")
        long overdueMinor) {

  static DelinquencyAnswer of(UUID loanId, LocalDate date, Delinquency delinquency) {
    return new DelinquencyAnswer(
        loanId,
        date,
        delinquency.bucket().name().toLowerCase(Locale.ROOT),
        delinquency.daysPastDue(),
        delinquency.overdueMinor());
  }

  static DelinquencyAnswer example() {
    return new DelinquencyAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        LocalDate.of(2026, 3, 31),
        "days_1_to_30",
        16,
        86_607);
  }
}
