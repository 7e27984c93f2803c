package io.cascadeledger.eventstore;

import java.util.ArrayList;
import java.util.List;

/**
 * The appends of several commands that are handled in one unit of work and stored by one insert.
 * Each command stores exactly one event, and succeeds or fails by itself: that one of them could
 * not be stored does not roll the unit of work back. Once it has committed, each append says what
 * became of it, and whoever keeps aggregates must forget those whose event was not stored.
 */
public final class AppendGroup {

  private final List<Append> appends = new ArrayList<>();

  /** Adds the append of a command that was handled; in the order in which they were. */
  public void add(Append append) {
    appends.add(append);
  }

  List<Append> appends() {
    return appends;
  }
}
