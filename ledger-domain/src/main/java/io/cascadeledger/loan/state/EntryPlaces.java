package io.cascadeledger.loan.state;

import java.util.List;
import java.util.UUID;

/**
 * At which places of a list the movements of entries stand: a hash table of places alone, which
 * takes 8 to 16 bytes for each movement where a map of identities takes 50.
 */
final class EntryPlaces {

  /** Spreads hash codes over the table: 2 to the 32, divided by the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  private final List<Movement> movements;

  /** Places plus one; zero where none is. At most half of it is taken. */
  private int[] table;

  private int taken;

  /**
   * The places of a list's movements.
   *
   * @param movements the list; whoever adds a movement to it calls {@link #addLast}
   */
  EntryPlaces(List<Movement> movements) {
    this.movements = movements;
    this.table = new int[16];
    while (taken < movements.size()) {
      addLast();
    }
  }

  /** Takes note of the next movement of the list. */
  void addLast() {
    if (2 * (taken + 1) > table.length) {
      table = new int[2 * table.length];
      for (int place = 0; place < taken; place++) {
        enter(place);
      }
    }
    enter(taken++);
  }

  private void enter(int place) {
    table[slot(movements.get(place).entryId())] = place + 1;
  }

  /**
   * Looks an entry up.
   *
   * @return its place, or -1 if there is none
   */
  int find(UUID entryId) {
    return table[slot(entryId)] - 1;
  }

  /** Where the entry's place is, or would be. */
  private int slot(UUID entryId) {
    int last = table.length - 1;
    int slot = (entryId.hashCode() * SPREAD) >>> Integer.numberOfLeadingZeros(last);
    while (table[slot] != 0 && !movements.get(table[slot] - 1).entryId().equals(entryId)) {
      slot = (slot + 1) & last;
    }
    return slot;
  }
}
