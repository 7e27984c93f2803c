package io.cascadeledger.bench.report;

/**
 * What one round of a measure gave.
 *
 * @param perSecond the rate
 * @param latencies how long each request took
 * @param errors requests that failed
 * @param cpu who used the processors; null if nobody looked
 * @param lag how far the projections were behind; null if nobody looked
 */
public record Reading(long perSecond, Latencies latencies, long errors, CpuSplit cpu, Lag lag) {

  /** A reading of which only the rate and the latencies are known. */
  public static Reading of(long perSecond, Latencies latencies) {
    return new Reading(perSecond, latencies, 0, null, null);
  }
}
