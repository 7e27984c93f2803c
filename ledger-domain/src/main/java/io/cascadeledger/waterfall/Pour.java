package io.cascadeledger.waterfall;

import java.util.EnumMap;
import java.util.Map;

/** A payment while it is being split: what is left of it and what was placed. */
public final class Pour {

  private final Map<Component, Long> placed = new EnumMap<>(Component.class);
  private long restMinor;

  /** Begins with the whole payment, in minor units. */
  public Pour(long paymentMinor) {
    restMinor = paymentMinor;
  }

  /**
   * Places as much as there is and as is owed.
   *
   * @param component what it pays
   * @param owedMinor how much is owed, in minor units; nothing is placed if not above zero
   * @return how much was placed, zero or more
   */
  public long into(Component component, long owedMinor) {
    long part = Math.max(0, Math.min(restMinor, owedMinor));
    placed.merge(component, part, Long::sum);
    restMinor -= part;
    return part;
  }

  /** What is not placed yet, in minor units. */
  public long restMinor() {
    return restMinor;
  }

  /** Whether nothing has been placed yet. */
  public boolean isUntouched() {
    return placed.values().stream().allMatch(part -> part == 0);
  }

  /** What was placed of a component so far, in minor units. */
  public long placedMinor(Component component) {
    return placed.getOrDefault(component, 0L);
  }

  /** The split as it stands; what is left is in suspense. */
  public Allocation allocation() {
    return new Allocation(
        placedMinor(Component.PENALTIES),
        placedMinor(Component.FEES),
        placedMinor(Component.INTEREST),
        placedMinor(Component.PRINCIPAL),
        restMinor);
  }
}
