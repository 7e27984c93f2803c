package io.cascadeledger.waterfall;

/** What is owed, by component, at the moment a payment is split. */
@FunctionalInterface
public interface Owed {

  /**
   * What is owed of a component.
   *
   * @param component the component
   * @return minor units, zero or more
   */
  long minor(Component component);
}
