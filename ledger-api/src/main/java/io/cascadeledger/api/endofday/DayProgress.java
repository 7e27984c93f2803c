package io.cascadeledger.api.endofday;

import io.cascadeledger.api.json.Describe;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How far the end of a business day has come. */
public record DayProgress(
    @Describe("The business day.") LocalDate businessDate,
    @Describe("running, completed, or failed: then ask for it again.") String status,
    @Describe("How many loans there are to be brought to the end of the day.") long loans,
    @Describe("How many of them have been.") long loansClosed,
    @Describe("How many events that has brought.") long events,
    @Describe("Loans that refused, at most 100 of them.") List<FailedLoan> failedLoans) {

  static final String RUNNING = "running";
  static final String COMPLETED = "completed";
  static final String FAILED = "failed";

  /** A loan that could not be brought to the end of the day. */
  public record FailedLoan(
      @Describe("The loan.") UUID loanId,
      @Describe("Why, as a code.") String code,
      @Describe("Why, in a sentence.") String detail) {}

  static DayProgress example() {
    return new DayProgress(LocalDate.of(2026, 3, 31), COMPLETED, 1_250, 1_250, 1_312, List.of());
  }
}
