package io.cascadeledger.waterfall;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The rule that splits a payment: each component takes, in order, as much as is owed of it; what is
 * left over goes to suspense.
 *
 * @param order all components, each once, first served first
 */
public record Waterfall(List<Component> order) {

  /** Fees, then interest, then principal: the default of the field. */
  public static final Waterfall FEES_INTEREST_PRINCIPAL =
      new Waterfall(List.of(Component.FEES, Component.INTEREST, Component.PRINCIPAL));

  public Waterfall {
    order = List.copyOf(order);
    if (order.size() != Component.values().length
        || !EnumSet.copyOf(order).equals(EnumSet.allOf(Component.class))) {
      throw new IllegalArgumentException("a waterfall names each component once: " + order);
    }
  }

  /**
   * Splits a payment. With 500 of fees, 10000 of interest and 1000000 of principal owed, 88849 is
   * split into 500, 10000 and 78349, and nothing goes to suspense.
   *
   * @param paymentMinor the payment in minor units, zero or more
   * @param owed what is owed of each component
   * @return the split, which sums to the payment
   */
  public Allocation allocate(long paymentMinor, Owed owed) {
    Map<Component, Long> taken = new EnumMap<>(Component.class);
    long rest = paymentMinor;
    for (Component component : order) {
      long part = Math.min(rest, owed.minor(component));
      taken.put(component, part);
      rest -= part;
    }
    return new Allocation(
        taken.get(Component.FEES),
        taken.get(Component.INTEREST),
        taken.get(Component.PRINCIPAL),
        rest);
  }
}
