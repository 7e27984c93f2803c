package io.cascadeledger.api.endofday;

import io.cascadeledger.api.endofday.DayProgress.FailedLoan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What becomes of some loans of a run that several threads are at. */
final class PageOutcome {

  private final List<FailedLoan> refused = new ArrayList<>();
  private long closed;
  private long events;

  synchronized void closed(int count, int eventsStored) {
    closed += count;
    events += eventsStored;
  }

  synchronized void refused(UUID loan, String code, String detail) {
    refused.add(new FailedLoan(loan, code.toLowerCase(Locale.ROOT), detail));
  }

  synchronized long closed() {
    return closed;
  }

  synchronized long events() {
    return events;
  }

  synchronized List<FailedLoan> refused() {
    return List.copyOf(refused);
  }
}
