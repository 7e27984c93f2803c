package io.cascadeledger.eventstore;

import java.util.ArrayList;
import java.util.List;

/**
 * The appends of several commands that are handled in one unit of work and stored by one insert.
 * Each command stores its events together or not at all, and succeeds or fails by itself: that one
 * of them could not be stored does not roll the unit of work back. Once it has committed, each
 * append says what became of it, and whoever keeps aggregates must forget those whose events were
 * not stored.
 */
public final class AppendGroup {

  private final List<Part> parts = new ArrayList<>();
  private int events;

  /** The append of one command, and how many events the command made. */
  record Part(Append append, int events) {}

  /**
   * Adds the append of a command that was handled; in the order in which they were.
   *
   * @param events how many events the command has made, at least one
   */
  public void add(Append append, int events) {
    parts.add(new Part(append, events));
    this.events += events;
  }

  /** Whether it has so many events that what comes next belongs into another insert. */
  public boolean isFull() {
    return events >= WriterLimits.STANDARD.eventsPerInsert();
  }

  List<Part> parts() {
    return parts;
  }
}
