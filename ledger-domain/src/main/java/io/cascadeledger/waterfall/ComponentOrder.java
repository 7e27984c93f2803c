package io.cascadeledger.waterfall;

import java.util.EnumSet;
import java.util.List;

/**
 * A waterfall by component over the whole loan: each component takes, in order, as much as is owed
 * of it, the oldest first inside a component.
 *
 * @param order all components, each once, first served first
 */
public record ComponentOrder(List<Component> order) implements AllocationRule {

  /** Penalties, then fees, then interest, then principal: the default of the field. */
  public static final ComponentOrder DEFAULT = new ComponentOrder(List.of(Component.values()));

  public ComponentOrder {
    order = List.copyOf(order);
    if (order.size() != Component.values().length
        || !EnumSet.copyOf(order).equals(EnumSet.allOf(Component.class))) {
      throw new IllegalArgumentException("a waterfall names each component once: " + order);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>With 500 of fees, 10000 of interest and 1000000 of principal owed, 88849 is split by the
   * default into 500, 10000 and 78349, and nothing goes to suspense.
   */
  @Override
  public Allocation allocate(long paymentMinor, Owed owed) {
    Pour pour = new Pour(paymentMinor);
    for (Component component : order) {
      pour.into(component, owed.minor(component));
    }
    return pour.allocation();
  }
}
