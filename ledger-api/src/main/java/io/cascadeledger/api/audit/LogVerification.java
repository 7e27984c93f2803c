package io.cascadeledger.api.audit;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.audit.CheckedEvent;
import io.cascadeledger.eventstore.audit.Findings;
import io.cascadeledger.eventstore.audit.LogCheck;
import io.cascadeledger.eventstore.audit.LogSource;
import io.cascadeledger.eventstore.audit.SealCheck;
import io.cascadeledger.eventstore.audit.SnapshotCheck;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads a log from its first event to its last, and checks each and all of them. */
final class LogVerification {

  private final LogCheck log;
  private final SealCheck seal;
  private final SnapshotCheck snapshots;
  private final List<CheckpointNote> kept;
  private final Consumer<List<RecordedEvent>> readable;
  private long checkpoints;

  /**
   * A verification.
   *
   * @param kept checkpoints that were kept elsewhere
   * @param readable gets the events that can be read, many at a time
   */
  LogVerification(
      Findings findings,
      SealCheck seal,
      SnapshotCheck snapshots,
      List<CheckpointNote> kept,
      Consumer<List<RecordedEvent>> readable) {
    this.log = new LogCheck(findings);
    this.seal = seal;
    this.snapshots = snapshots;
    this.kept = new ArrayList<>(kept);
    this.kept.sort(Comparator.comparingLong(CheckpointNote::treeSize));
    this.readable = readable;
  }

  /** How many checkpoints there were. */
  long checkpoints() {
    return checkpoints;
  }

  /** Reads all of it; gives back the position of the last event. */
  long run(LogSource source, LongConsumer progress) throws IOException, SQLException {
    for (LogSource.Part part = source.next(); part != null; part = source.next()) {
      // What is costly about an event is done by as many threads as there are.
      List<CheckedEvent> events = part.events().parallelStream().map(CheckedEvent::of).toList();
      events.forEach(this::add);
      List<RecordedEvent> read =
          events.stream().map(CheckedEvent::recorded).filter(Objects::nonNull).toList();
      if (!read.isEmpty()) {
        readable.accept(read);
      }
      for (Checkpoint checkpoint : part.checkpoints()) {
        compareKept(checkpoint.treeSize());
        seal.add(checkpoint);
        checkpoints++;
      }
      progress.accept(log.position());
    }
    compareKept(Long.MAX_VALUE);
    seal.end(log.position());
    return log.position();
  }

  private void add(CheckedEvent event) {
    compareKept(event.stored().position());
    log.add(event);
    seal.add(event.stored());
    snapshots.add(event);
  }

  /** Compares the kept checkpoints of smaller trees. */
  private void compareKept(long treeSize) {
    while (!kept.isEmpty() && kept.getFirst().treeSize() < treeSize) {
      seal.addKept(kept.removeFirst());
    }
  }
}
