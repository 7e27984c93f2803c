package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.StoredEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Checks events one after the other, as they stand in the log: that each is sound and none lacks.
 */
public final class LogCheck {

  private final Findings findings;
  private final Map<Stream, Long> sequences = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private long position;

  private record Stream(String tenant, String type, UUID id) {}

  /** Checks a log from its first event on. */
  public LogCheck(Findings findings) {
    this.findings = findings;
  }

  /** The position of the last event. */
  public long position() {
    return position;
  }

  /** Checks the next event. */
  public void add(CheckedEvent event) {
    StoredEvent stored = event.stored();
    String place = place(stored);
    checkOrder(stored, place);
    if (!event.hashed()) {
      findings.add(Mismatch.HASH_MISMATCH, place);
    }
    if (event.recorded() != null && event.fault() != null) {
      findings.add(Mismatch.COLUMN_MISMATCH, place + ": " + event.fault());
    } else if (event.unbalanced()) {
      findings.add(Mismatch.ENTRY_UNBALANCED, place + ": " + event.fault());
    } else if (event.recorded() == null) {
      findings.add(Mismatch.EVENT_UNREADABLE, place + ": " + event.fault());
    }
  }

  private void checkOrder(StoredEvent stored, String place) {
    if (stored.position() > position + 1) {
      findings.add(
          Mismatch.POSITION_GAP,
          stored.position() == position + 2
              ? "position %d".formatted(position + 1)
              : "positions %d to %d".formatted(position + 1, stored.position() - 1));
    } else if (stored.position() <= position) {
      findings.add(Mismatch.POSITION_GAP, place + " comes after position " + position);
    }
    position = Math.max(position, stored.position());
    Stream stream =
        new Stream(known(stored.tenant()), known(stored.streamType()), stored.streamId());
    Long before = sequences.put(stream, stored.sequence());
    long expected = before == null ? 0 : before + 1;
    if (stored.sequence() != expected) {
      findings.add(
          Mismatch.SEQUENCE_GAP,
          "%s has sequence %d, where %d was expected"
              .formatted(place, stored.sequence(), expected));
    }
  }

  /** One object for each name, of which there are few. */
  private String known(String name) {
    return names.computeIfAbsent(name, it -> it);
  }

  /** Says which event it is. */
  static String place(StoredEvent stored) {
    return "position %d, %s, sequence %d, %s"
        .formatted(stored.position(), stored.stream(), stored.sequence(), stored.name());
  }
}
