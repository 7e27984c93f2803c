package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.seal.Checkpoint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A log that is read from its first event to its last, with the checkpoints between them. */
public interface LogSource {

  /**
   * Some consecutive events and then, if there are any, the checkpoints that are due.
   *
   * @param events in order; may be none
   * @param checkpoints those that cover the events up to here and no more; may be none
   */
  record Part(List<StoredEvent> events, List<Checkpoint> checkpoints) {}

  /** The next part; null after the last. */
  Part next() throws IOException, SQLException;
}
