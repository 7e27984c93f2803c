package io.cascadeledger.bench;

import io.cascadeledger.bench.report.Lag;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;

/** What the measures of {@link Posting} come to, beside the goals. */
final class PostingTable {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private PostingTable() {}

  static void write(Posting rows, Report report) {
    rows.limitA.report(report);
    rows.limitA1.report(report);
    rows.limitB.report(report);
    rows.payments1.report(
        report,
        Verdict.atMost(
            "3",
            rows.payments1.quantile(500),
            rows.limitA1.quantile(500),
            "x p50 of limit A with 1 client"),
        Verdict.atMost("4", rows.payments1.quantile(990), rows.limitA1.quantile(990), "x its p99"));
    if (rows.limitA.readings().isEmpty()) {
      rows.payments32.report(report);
    } else {
      rows.payments32.report(
          report, Verdict.of(rows.payments32.rate(), rows.limitA.rate(), "x limit A"));
    }
    if (rows.limitA.readings().isEmpty()) {
      rows.payments128.report(report);
    } else {
      rows.payments128.report(
          report, Verdict.atLeast("0.6", rows.payments128.rate(), rows.limitA.rate(), "x limit A"));
    }
    rows.byInstalment.report(report, half(rows.byInstalment, rows));
    rows.reamortized.report(report, half(rows.reamortized, rows));
    rows.hot.report(
        report,
        Verdict.atLeast("0.5", rows.hot.rate(), rows.limitA1.rate(), "x limit A with 1 client"));
    rows.storm.report(
        report,
        Verdict.atLeast("1", rows.storm.rate(), rows.payments128.rate(), "x the spread rate"));
    rows.batch.report(
        report, Verdict.atLeast("0.35", rows.batch.rate(), rows.limitB.rate(), "x limit B"));
    rows.peerAll.report(
        report,
        Verdict.atLeast("6", rows.payments128.rate(), rows.peerAll.rate(), "x: ours with 128"));
    rows.peerHot.report(
        report,
        Verdict.atLeast("8", rows.payments128.rate(), rows.peerHot.rate(), "x: ours with 128"));
    rows.slowLimitA.report(report);
    rows.slowPayments.report(
        report,
        Verdict.atLeast("0.9", rows.slowPayments.rate(), rows.slowLimitA.rate(), "x that limit A"));
    lag(report, "128 connections", rows.payments128);
    lag(report, "batches", rows.batch);
  }

  /** Within two times of a plain payment. */
  private static Verdict half(Row row, Posting rows) {
    return Verdict.atLeast("0.5", row.rate(), rows.payments32.rate(), "x plain ones");
  }

  private static void lag(Report report, String load, Row row) {
    Lag lag = row.readings().lag();
    if (lag != null) {
      report.value(
          "projection lag under the load of %s, p99".formatted(load),
          "",
          Verdict.atMost("1000", lag.samples().quantile(990), NANOS_PER_MILLI, "ms"));
      report.value(
          "projection lag back to zero after the load of %s, slowest round".formatted(load),
          "",
          Verdict.atMost("2000", lag.backToZero().toNanos(), NANOS_PER_MILLI, "ms"));
    }
  }
}
