package io.cascadeledger.api.endofday;

import io.cascadeledger.api.json.Describe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How far the end of a business day has come, in the last run for it. */
@Describe("How far the end of a business day has come, in the last run for it.")
public record DayProgress(
    @Describe("The business day.") LocalDate businessDate,
    @Describe(
            "running; completed; failed; or broken_off, when the server that was at it has gone."
                + " After the last two, ask for it again: it goes on where it stood.")
        String status,
    @Describe("How many loans there are to be brought to the end of the day.") long loans,
    @Describe("How many of them have been.") long loansClosed,
    @Describe("How many have refused.") long loansRefused,
    @Describe("How many events that has brought.") long events,
    @Describe("Loans that refused, at most 100 of them.") List<FailedLoan> failedLoans,
    @Describe("The client that asked for it.") String askedBy,
    @Describe("When the run began.") Instant startedAt,
    @Describe(value = "When it ended, if it has.", optional = true) Instant endedAt,
    @Describe(
            value = "When a run had gone through all loans for the first time, if one has.",
            optional = true)
        Instant closedAt) {

  /** What has become of a run. */
  enum Status {
    RUNNING,
    COMPLETED,
    FAILED,
    BROKEN_OFF
  }

  /** A loan that could not be brought to the end of the day. */
  public record FailedLoan(
      @Describe("The loan.") UUID loanId,
      @Describe("Why, as a code.") String code,
      @Describe("Why, in a sentence.") String detail) {}

  static DayProgress example() {
    return new DayProgress(
        LocalDate.of(2026, 3, 31),
        "completed",
        1_250,
        1_250,
        0,
        1_312,
        List.of(),
        "client_month_end",
        Instant.parse("2026-04-01T00:05:00Z"),
        Instant.parse("2026-04-01T00:05:02Z"),
        Instant.parse("2026-04-01T00:05:02Z"));
  }
}
