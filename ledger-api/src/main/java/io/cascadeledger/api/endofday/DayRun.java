package io.cascadeledger.api.endofday;

import io.cascadeledger.api.endofday.DayProgress.FailedLoan;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One run over the loans of a tenant, as far as it has come. */
final class DayRun {

  private static final int FAILURES_SHOWN = 100;

  private final LocalDate day;
  private final List<FailedLoan> failed = new ArrayList<>();
  private String status = DayProgress.RUNNING;
  private long loans;
  private long closed;
  private long events;

  DayRun(LocalDate day) {
    this.day = day;
  }

  synchronized void begin(long count) {
    loans = count;
  }

  synchronized void closed(int count, int eventsStored) {
    closed += count;
    events += eventsStored;
  }

  synchronized void refused(UUID loan, Refused why) {
    if (failed.size() < FAILURES_SHOWN) {
      failed.add(
          new FailedLoan(loan, why.code().name().toLowerCase(Locale.ROOT), why.getMessage()));
    }
  }

  synchronized void end(String how) {
    status = how;
  }

  synchronized boolean isRunning() {
    return status.equals(DayProgress.RUNNING);
  }

  synchronized DayProgress progress() {
    return new DayProgress(day, status, loans, closed, events, List.copyOf(failed));
  }
}
