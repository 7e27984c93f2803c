package io.cascadeledger.bench.report;

import java.time.Duration;

/**
 * How far the projections were behind during a load.
 *
 * @param samples the age of the oldest event that some projection had not seen, again and again
 * @param backToZero how long after the load's end all had seen all events
 */
public record Lag(Latencies samples, Duration backToZero) {}
