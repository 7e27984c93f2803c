package io.cascadeledger.bench;

import io.cascadeledger.bench.http.Conversation;
import io.cascadeledger.bench.http.HttpLoad;
import io.cascadeledger.bench.http.LoadResult;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How long a server on an existing database takes to start, and then to load a long loan. */
final class Restart {

  private static final int CONNECTIONS = 32;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Ledger ledger;
  private long events;
  private Cold withSnapshot;
  private Cold withoutSnapshot;

  /**
   * One start.
   *
   * @param ready from the start of the process until it is ready
   * @param first the first payment of all, to a loan of few events, in nanoseconds
   * @param next the next payment, to the long loan, in nanoseconds
   */
  private record Cold(Duration ready, long first, long next) {}

  Restart(Ledger ledger) {
    this.ledger = ledger;
  }

  void measure(Progress progress) throws IOException, InterruptedException, SQLException {
    lengthen(progress);
    progress.say("Starting anew, with snapshots");
    withSnapshot = cold();
    ledger.database().execute("DELETE FROM snapshots");
    progress.say("Starting anew, without snapshots");
    withoutSnapshot = cold();
  }

  /** What is missing to a long loan is posted in equal parts by some connections. */
  private void lengthen(Progress progress) throws IOException, SQLException {
    long missing = Scale.EVENTS_OF_LONG_LOAN - ledger.eventsOfHotLoan();
    if (missing > 0) {
      progress.say("Posting %,d more payments to the one loan".formatted(missing));
      int each = Math.toIntExact(Math.ceilDiv(missing, CONNECTIONS));
      HttpLoad.run(ledger.ports(false), ledger.hot(CONNECTIONS, each), HttpLoad.UNTIL_DONE);
    }
    events = ledger.eventsOfHotLoan();
  }

  private Cold cold() throws IOException, InterruptedException, SQLException {
    ledger.stop();
    ledger.start();
    Duration ready = ledger.awaitReady();
    return new Cold(ready, one(ledger.first()), one(ledger.hot(1, 1)));
  }

  private long one(List<Conversation> payment) throws IOException {
    LoadResult result = HttpLoad.run(ledger.ports(false), payment, HttpLoad.UNTIL_DONE);
    if (result.acknowledged() != 1) {
      throw new IOException("the first payment after a restart failed");
    }
    return result.latencies().quantile(0);
  }

  void report(Report report) {
    report.value(
        "start-up on an existing database until it is ready, the slower of two",
        "",
        Verdict.atMost(
            "3",
            Math.max(withSnapshot.ready().toNanos(), withoutSnapshot.ready().toNanos()),
            NANOS_PER_SECOND,
            "s"));
    report.value(
        "first payment of all after a start, the slower of two",
        Report.millis(Math.max(withSnapshot.first(), withoutSnapshot.first())) + " ms");
    report.value(
        "next payment, to a loan of %,d events with a snapshot".formatted(events),
        Report.millis(withSnapshot.next()) + " ms");
    report.value(
        "next payment, to a loan of %,d events, snapshots deleted".formatted(events),
        Report.millis(withoutSnapshot.next()) + " ms");
  }
}
