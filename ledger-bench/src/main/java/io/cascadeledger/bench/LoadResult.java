package io.cascadeledger.bench;

import java.time.Duration;

/**
 * What a load measured.
 *
 * @param acknowledged requests answered with 2xx
 * @param replayed those of them that an earlier request had posted
 * @param failed requests answered otherwise, or not at all
 * @param took how long the load went on
 * @param latencies how long each acknowledged request took
 */
record LoadResult(
    long acknowledged, long replayed, long failed, Duration took, Latencies latencies) {

  /** Acknowledged requests in a second. */
  long perSecond() {
    return acknowledged * 1_000_000_000L / Math.max(1, took.toNanos());
  }
}
