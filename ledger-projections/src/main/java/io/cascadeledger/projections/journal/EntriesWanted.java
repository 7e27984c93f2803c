package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.limits.Limits;
import java.time.LocalDate;

/**
 * Which entries of a loan are wanted.
 *
 * @param from the first effective date, or null for no bound
 * @param to the last effective date, or null for no bound
 * @param type the kind of movement, or null for all
 * @param after the position after which to start: {@code next} of the page before, or 0
 * @param pageSize how many at most, from 1 to {@link Limits#PAGE_SIZE}
 */
public record EntriesWanted(
    LocalDate from, LocalDate to, EntryType type, long after, int pageSize) {

  public EntriesWanted {
    if (pageSize < 1 || pageSize > Limits.PAGE_SIZE) {
      throw new IllegalArgumentException("the page size is out of range: " + pageSize);
    }
  }
}
