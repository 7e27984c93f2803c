package io.cascadeledger.eventstore.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a check has found: all of it counted, the first of each kind told in full. */
public final class Findings {

  /** How many findings of one kind are told in full. */
  private static final int TOLD = 20;

  private final Map<Mismatch, List<String>> told = new EnumMap<>(Mismatch.class);
  private final Map<Mismatch, Long> counts = new EnumMap<>(Mismatch.class);

  /** Adds a finding: where it is, and what is there. */
  public synchronized void add(Mismatch mismatch, String text) {
    counts.merge(mismatch, 1L, Long::sum);
    List<String> texts = told.computeIfAbsent(mismatch, _ -> new ArrayList<>());
    if (texts.size() < TOLD) {
      texts.add(text);
    }
  }

  /** Whether nothing was found. */
  public synchronized boolean isEmpty() {
    return counts.isEmpty();
  }

  /** How many there are of each kind. */
  public synchronized Map<Mismatch, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The first findings of a kind. */
  public synchronized List<String> of(Mismatch mismatch) {
    return List.copyOf(told.getOrDefault(mismatch, List.of()));
  }
}
