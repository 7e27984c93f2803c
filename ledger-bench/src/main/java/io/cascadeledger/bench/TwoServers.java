package io.cascadeledger.bench;

import io.cascadeledger.bench.report.Reading;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The same load on one server, and shared by two servers on the same database and loans. */
final class TwoServers {

  private final Ledger ledger;
  private final Row one =
      new Row(
          "one server of the two, 128 connections",
          Set.of(Part.TWO_SERVERS),
          duration -> post(false, duration));
  private final Row two =
      new Row(
          "both servers on one database, 64 connections each",
          Set.of(Part.TWO_SERVERS),
          duration -> post(true, duration));

  TwoServers(Ledger ledger) {
    this.ledger = ledger;
  }

  void measure(Scale scale, Progress progress)
      throws IOException, InterruptedException, SQLException {
    progress.say("Starting a second server on the same database");
    ledger.startSecond();
    // By itself, as the first server was: beside a warm one it would hardly get a turn.
    post(List.of(ledger.ports(true).getLast()), scale.secondWarmUp());
    post(true, scale.secondWarmUp().dividedBy(2));
    Row.takeTurns(List.of(one, two), scale, progress);
    ledger.stopSecond();
  }

  void report(Report report) {
    one.report(report);
    two.report(
        report,
        Verdict.atLeast("0.8", two.rate(), one.rate(), "x one server"),
        Verdict.countAtMost(0, two.readings().errors(), "errors"));
  }

  private Reading post(boolean both, Duration duration)
      throws IOException, InterruptedException, SQLException {
    return post(ledger.ports(both), duration);
  }

  private Reading post(List<Integer> ports, Duration duration)
      throws IOException, InterruptedException, SQLException {
    return ledger.observe(ports, ledger.spread(Posting.MANY, 0), duration);
  }
}
