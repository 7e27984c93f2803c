package io.cascadeledger.bench.http;

import io.cascadeledger.bench.report.Latencies;
import java.time.Duration;

/**
 * What a load measured.
 *
 * @param acknowledged postings answered with 2xx
 * @param failed postings answered otherwise, or not at all
 * @param took how long the load went on
 * @param latencies how long each request took that was answered with 2xx
 */
public record LoadResult(long acknowledged, long failed, Duration took, Latencies latencies) {

  /** Acknowledged postings in a second. */
  public long perSecond() {
    return acknowledged * 1_000_000_000L / Math.max(1, took.toNanos());
  }
}
