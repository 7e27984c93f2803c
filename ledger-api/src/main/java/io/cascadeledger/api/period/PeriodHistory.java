package io.cascadeledger.api.period;

import io.cascadeledger.projections.journal.PeriodChangeView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from all closings and re-openings of a tenant. */
final class PeriodHistory {

  private final List<PeriodChangeView> closed = new ArrayList<>();
  private final List<PeriodChangeView> kept = new ArrayList<>();
  private PeriodChangeView waiting;

  /** Takes them in their order. */
  PeriodHistory(List<PeriodChangeView> changes) {
    for (PeriodChangeView change : changes) {
      switch (change.kind()) {
        case CLOSE_REQUESTED, REOPEN_REQUESTED -> waiting = change;
        case CLOSE_REJECTED, REOPEN_REJECTED -> waiting = null;
        case CLOSED -> {
          waiting = null;
          closed.add(change);
        }
        case REOPENED -> {
          waiting = null;
          closed.removeLast();
        }
        case SNAPSHOT_TAKEN -> kept.add(change);
      }
    }
  }

  /** The closed periods, the last one last. */
  List<PeriodChangeView> closed() {
    return closed;
  }

  /** What waits for approval; null if nothing does. */
  PeriodChangeView waiting() {
    return waiting;
  }

  /** The trial balance that was kept of a closing. */
  Optional<PeriodChangeView> keptOf(int closing) {
    return kept.stream().filter(it -> it.closing() == closing).findFirst();
  }

  /** The last trial balance that was kept of a period. */
  Optional<PeriodChangeView> keptOf(LocalDate lastDay) {
    return kept.reversed().stream().filter(it -> it.lastDay().equals(lastDay)).findFirst();
  }

  /** The last closing, if its trial balance is still to be kept. */
  Optional<PeriodChangeView> lacking() {
    return closed.isEmpty() || keptOf(closed.getLast().closing()).isPresent()
        ? Optional.empty()
        : Optional.of(closed.getLast());
  }
}
