package io.cascadeledger.bench;

import io.cascadeledger.bench.database.LagSampler;
import io.cascadeledger.bench.http.HttpLoad;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Posts until there are as many events as a measure needs. */
final class Filling {

  private static final Duration STEP = Duration.ofSeconds(5);

  private Filling() {}

  /**
   * Posts payments until there are so many events, and waits for the projections.
   *
   * @param batches whether the ledger takes payments in batches
   * @return how many events there are
   */
  static long upTo(Ledger ledger, long wanted, boolean batches, Progress progress)
      throws IOException, InterruptedException, SQLException {
    long events = count(ledger);
    while (events < wanted) {
      progress.say("%,d of %,d events are there; posting more".formatted(events, wanted));
      HttpLoad.run(
          ledger.ports(false),
          batches
              ? ledger.batches(Posting.BATCH_CONNECTIONS, Posting.BATCH_LINES, Integer.MAX_VALUE)
              : ledger.spread(Posting.MANY, 0),
          STEP);
      long before = events;
      events = count(ledger);
      if (events == before) {
        throw new IOException("the server takes no more payments");
      }
    }
    try (LagSampler lag = new LagSampler(ledger.database())) {
      lag.end(Ledger.CATCH_UP_BOUND);
    }
    return events;
  }

  private static long count(Ledger ledger) throws SQLException {
    return ledger.database().number("SELECT max(position) FROM events");
  }
}
