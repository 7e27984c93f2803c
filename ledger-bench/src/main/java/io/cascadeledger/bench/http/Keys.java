package io.cascadeledger.bench.http;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which idempotency keys were acknowledged. A key is a series, one for each connection of each
 * load, and a number in it, so that a million of them take little room.
 */
public final class Keys {

  /** What all keys of the bench begin with. */
  public static final String PREFIX = "bench:";

  private static final Pattern KEY = Pattern.compile(PREFIX + "(\\d{6}):(\\d{8})");

  private final List<Series> all = new ArrayList<>();

  /** The keys of one connection in one load: numbers from 0. */
  public static final class Series {
    private final int number;
    private final BitSet acknowledged = new BitSet();
    private final BitSet unsure = new BitSet();

    private Series(int number) {
      this.number = number;
    }

    /** A key; all are of the same length, and end with the number in eight digits. */
    String key(int n) {
      return "%s%06d:%08d".formatted(PREFIX, number, n);
    }

    int number() {
      return number;
    }

    long acknowledged() {
      return acknowledged.cardinality();
    }

    /** Whether a key was acknowledged. */
    boolean isAcknowledged(int n) {
      return acknowledged.get(n);
    }

    /**
     * Notes the answer to the request with a key.
     *
     * @param status 0 if there was none
     */
    void answered(int n, int status) {
      if (status / 100 == 2) {
        acknowledged.set(n);
      } else if (status == 0 || status >= 500) {
        unsure.set(n);
      }
    }
  }

  /** A series for another connection. */
  public Series next() {
    Series series = new Series(all.size());
    all.add(series);
    return series;
  }

  /** How many keys were acknowledged. */
  public long acknowledged() {
    return all.stream().mapToLong(Series::acknowledged).sum();
  }

  /** Compares the keys with those that are stored, which come one by one. */
  public final class Comparison {
    private final List<String> faults = new ArrayList<>();
    private final List<BitSet> found = new ArrayList<>();

    /** Begins with nothing stored. */
    public Comparison() {
      all.forEach(_ -> found.add(new BitSet()));
    }

    /** A key that the database has. */
    public void stored(String key) {
      Matcher matcher = KEY.matcher(key);
      int series = matcher.matches() ? Integer.parseInt(matcher.group(1)) : found.size();
      if (series >= found.size()) {
        faults.add("nobody sent the key " + key);
        return;
      }
      int n = Integer.parseInt(matcher.group(2));
      if (found.get(series).get(n)) {
        faults.add("twice: " + key);
      }
      found.get(series).set(n);
    }

    /**
     * What is wrong, once all that is stored has come: keys that were acknowledged and are not
     * there, that are there twice, or that were refused or never sent; empty if nothing is.
     */
    public List<String> faults() {
      List<String> result = new ArrayList<>(faults);
      all.forEach(series -> compare(series, found.get(series.number), result));
      return result;
    }
  }

  private static void compare(Series series, BitSet found, List<String> faults) {
    BitSet missing = (BitSet) series.acknowledged.clone();
    missing.andNot(found);
    missing.stream().forEach(n -> faults.add("acknowledged but not there: " + series.key(n)));
    BitSet invented = (BitSet) found.clone();
    invented.andNot(series.acknowledged);
    invented.andNot(series.unsure);
    invented.stream().forEach(n -> faults.add("there but refused: " + series.key(n)));
  }
}
