package io.cascadeledger.loan.state;

import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.loan.terms.PauseEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pauses of a loan, and how days are counted around them. */
public final class Pauses {

  private final Map<UUID, DelinquencyPause> arranged = new LinkedHashMap<>(0);

  /** By their starts; those that overlap are one. */
  private final List<DelinquencyPause> pauses = new ArrayList<>(0);

  /**
   * Takes a pause, or the end of one.
   *
   * @param id the identity of what was arranged
   * @return whether it was either
   */
  boolean take(UUID id, Instruction arranged) {
    if (arranged.pause() != null) {
      add(id, arranged.pause());
    } else if (arranged.pauseEnd() != null) {
      end(arranged.pauseEnd());
    }
    return arranged.pause() != null || arranged.pauseEnd() != null;
  }

  /** Adds a pause; days that are paused already stay so. */
  void add(UUID id, DelinquencyPause pause) {
    arranged.put(id, pause);
    merge(pause);
  }

  /** Lets a pause end earlier; days of another pause stay paused. */
  void end(PauseEnd end) {
    arranged.computeIfPresent(end.pauseId(), (_, pause) -> pause.until(end.lastDay()).orElse(null));
    pauses.clear();
    arranged.values().forEach(this::merge);
  }

  /** Each pause of which a day is left, by its identity, in the order of the loan's history. */
  public Map<UUID, DelinquencyPause> arranged() {
    return Collections.unmodifiableMap(arranged);
  }

  private void merge(DelinquencyPause pause) {
    DelinquencyPause whole = pause;
    int place = 0;
    for (int i = 0; i < pauses.size(); ) {
      DelinquencyPause other = pauses.get(i);
      if (other.end().isBefore(whole.start())) {
        place = ++i;
      } else if (other.start().isAfter(whole.end())) {
        i++;
      } else {
        whole = both(whole, other);
        pauses.remove(i);
      }
    }
    pauses.add(place, whole);
  }

  private static DelinquencyPause both(DelinquencyPause one, DelinquencyPause other) {
    return new DelinquencyPause(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }

  /** Whether a day is in a pause. */
  public boolean cover(LocalDate day) {
    return !nextCounted(day).equals(day);
  }

  /**
   * How many days after a due date have passed at the end of a day, without those of pauses.
   *
   * @param due the due date, which itself does not count
   * @param day the day, which counts
   */
  public long daysPastDue(LocalDate due, LocalDate day) {
    long days = day.toEpochDay() - due.toEpochDay();
    for (DelinquencyPause pause : pauses) {
      long first = Math.max(pause.start().toEpochDay(), due.toEpochDay() + 1);
      long last = Math.min(pause.end().toEpochDay(), day.toEpochDay());
      days -= Math.max(0, last - first + 1);
    }
    return days;
  }

  /**
   * The first day on which more days have passed than grace gives.
   *
   * @param due the due date
   * @param graceDays how many days after it are still in time
   * @return a day that is in no pause
   */
  LocalDate lateFrom(LocalDate due, int graceDays) {
    LocalDate day = due.plusDays(graceDays + 1L);
    for (DelinquencyPause pause : pauses) {
      LocalDate first = pause.start().isAfter(due) ? pause.start() : due.plusDays(1);
      if (!first.isAfter(day) && !pause.end().isBefore(first)) {
        day = day.plusDays(pause.end().toEpochDay() - first.toEpochDay() + 1);
      }
    }
    return day;
  }

  /** The day itself, or the first after it that is in no pause. */
  LocalDate nextCounted(LocalDate day) {
    LocalDate next = day;
    for (DelinquencyPause pause : pauses) {
      if (!next.isBefore(pause.start()) && !next.isAfter(pause.end())) {
        next = pause.end().plusDays(1);
      }
    }
    return next;
  }
}
