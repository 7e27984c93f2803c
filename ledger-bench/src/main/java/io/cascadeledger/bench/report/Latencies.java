package io.cascadeledger.bench.report;

import java.util.Arrays;

/** How long requests took, kept one by one, so that quantiles are exact. */
public final class Latencies {

  private static final int FIRST_CAPACITY = 1 << 14;
  private static final long PER_MILLE = 1_000;

  private long[] nanoseconds = new long[FIRST_CAPACITY];
  private int size;

  /**
   * Adds a request.
   *
   * @param duration nanoseconds
   */
  public void add(long duration) {
    if (size == nanoseconds.length) {
      nanoseconds = Arrays.copyOf(nanoseconds, size * 2);
    }
    nanoseconds[size++] = duration;
  }

  /** Adds those of another. */
  public void addAll(Latencies other) {
    for (int i = 0; i < other.size; i++) {
      add(other.nanoseconds[i]);
    }
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * The duration that so many of a thousand requests did not exceed.
   *
   * @return nanoseconds; 0 if there are no requests
   */
  public long quantile(int perMille) {
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanoseconds, size);
    Arrays.sort(sorted);
    return sorted[Math.toIntExact(Math.min(size - 1L, size * (long) perMille / PER_MILLE))];
  }
}
