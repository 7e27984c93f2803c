package io.cascadeledger.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** All rounds of one measure. */
public final class Readings {

  private final List<Reading> rounds = new ArrayList<>();

  /** Adds a round. */
  public void add(Reading round) {
    rounds.add(round);
  }

  /** Whether nothing was measured. */
  public boolean isEmpty() {
    return rounds.isEmpty();
  }

  /** The median of the rounds' rates; 0 if there are none. */
  public long perSecond() {
    return median(rounds.stream().mapToLong(Reading::perSecond));
  }

  /** The median; of an even number of values, the lower of the two in the middle. */
  public static long median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }

  /** The requests of all rounds. */
  public Latencies latencies() {
    Latencies all = new Latencies();
    rounds.forEach(round -> all.addAll(round.latencies()));
    return all;
  }

  /** The failures of all rounds. */
  public long errors() {
    return rounds.stream().mapToLong(Reading::errors).sum();
  }

  /** Who used the processors, on average over the rounds; null if nobody looked. */
  public CpuSplit cpu() {
    List<CpuSplit> splits = rounds.stream().map(Reading::cpu).filter(Objects::nonNull).toList();
    return splits.isEmpty()
        ? null
        : new CpuSplit(
            average(splits, CpuSplit::server),
            average(splits, CpuSplit::postgres),
            average(splits, CpuSplit::load),
            average(splits, CpuSplit::stolen));
  }

  private static long average(List<CpuSplit> splits, ToLongFunction<CpuSplit> part) {
    return splits.stream().mapToLong(part).sum() / splits.size();
  }

  /** The lag in all rounds, and the longest time it took to be back at zero; null if unknown. */
  public Lag lag() {
    List<Lag> lags = rounds.stream().map(Reading::lag).filter(Objects::nonNull).toList();
    if (lags.isEmpty()) {
      return null;
    }
    Latencies samples = new Latencies();
    lags.forEach(lag -> samples.addAll(lag.samples()));
    return new Lag(
        samples, lags.stream().map(Lag::backToZero).max(Comparator.naturalOrder()).orElseThrow());
  }
}
