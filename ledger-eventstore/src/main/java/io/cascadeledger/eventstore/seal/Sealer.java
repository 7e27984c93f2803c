package io.cascadeledger.eventstore.seal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the log now and then, on a thread of its own: nobody who posts waits for it. */
public final class Sealer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  private static final int CLOSE_SECONDS = 5;

  private final Sealing sealing;
  private final LongSupplier newest;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sealer").daemon().factory());
  private long sealed;

  /**
   * Begins to seal a log.
   *
   * @param key the key that signs; null for one that is kept in the database
   * @param newest the position of the newest event that is known
   * @param interval the pause between two checkpoints
   */
  public Sealer(
      DataSource dataSource,
      CheckpointKey key,
      Clock clock,
      LongSupplier newest,
      Duration interval) {
    this.sealing = new Sealing(dataSource, key, clock);
    this.newest = newest;
    var _ =
        thread.scheduleWithFixedDelay(
            this::sealAll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sealAll() {
    try {
      while (newest.getAsLong() > sealed && !Thread.currentThread().isInterrupted()) {
        Checkpoint checkpoint = sealing.seal();
        if (checkpoint == null) {
          return; // another node is at work
        }
        sealed = checkpoint.treeSize();
      }
    } catch (SQLException e) {
      LOG.debug("the log cannot be sealed; the next attempt may succeed", e);
    } catch (RuntimeException e) {
      LOG.error("the log cannot be sealed", e);
    }
  }

  /** Seals what is new once more, and ends. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        sealAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }
}
