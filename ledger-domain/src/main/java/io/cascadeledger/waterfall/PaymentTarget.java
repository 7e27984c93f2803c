package io.cascadeledger.waterfall;

import java.util.Objects;
import java.util.UUID;

/** What the payer wants a payment to pay, in place of the loan's waterfall. */
public sealed interface PaymentTarget {

  /**
   * One component of the whole loan; what is left over is not placed.
   *
   * @param component the component
   */
  record OneComponent(Component component) implements PaymentTarget {

    public OneComponent {
      Objects.requireNonNull(component, "component must not be null");
    }
  }

  /**
   * One charge; what is left over is not placed.
   *
   * @param chargeId the fee or penalty, by the identity of its movement
   */
  record OneCharge(UUID chargeId) implements PaymentTarget {

    public OneCharge {
      Objects.requireNonNull(chargeId, "chargeId must not be null");
    }
  }

  /**
   * These parts, as far as they are owed.
   *
   * @param allocation the parts, which sum to the payment
   */
  record Split(Allocation allocation) implements PaymentTarget {

    public Split {
      Objects.requireNonNull(allocation, "allocation must not be null");
    }
  }
}
