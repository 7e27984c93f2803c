package io.cascadeledger.waterfall;

import java.util.List;

/** What is owed on the day on which a payment is split. */
@FunctionalInterface
public interface Owed {

  /**
   * What is owed of a component on the whole loan, whenever it falls due.
   *
   * @param component the component
   * @return minor units, zero or more
   */
  long minor(Component component);

  /**
   * What is open of each instalment, the earliest first. A loan without a schedule has one
   * instalment, with all of it, that falls due on the day of the payment.
   *
   * @return the instalments of which something is open
   */
  default List<OwedInstalment> instalments() {
    return List.of(
        new OwedInstalment(
            DueBucket.DUE,
            minor(Component.PENALTIES),
            minor(Component.FEES),
            minor(Component.INTEREST),
            minor(Component.PRINCIPAL)));
  }
}
