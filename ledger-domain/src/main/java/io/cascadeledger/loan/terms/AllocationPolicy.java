package io.cascadeledger.loan.terms;

import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.InstalmentOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * How a loan splits what is credited to it. It is fixed when the loan is opened.
 *
 * @param rule the order for every kind of payment that has none of its own
 * @param rules orders for single kinds of payments, maybe none
 * @param excess what becomes of what the order does not place
 * @param chargebackOrder which components a chargeback opens again first; each once
 */
public record AllocationPolicy(
    AllocationRule rule,
    Map<PaymentKind, AllocationRule> rules,
    Excess excess,
    List<Component> chargebackOrder) {

  /**
   * Penalties, fees, interest and principal of the whole loan, the rest to suspense; a chargeback
   * opens principal first, the mirror image.
   */
  public static final AllocationPolicy DEFAULT =
      new AllocationPolicy(
          ComponentOrder.DEFAULT,
          Map.of(),
          Excess.SUSPENSE,
          List.of(Component.values()).reversed());

  public AllocationPolicy {
    Map<PaymentKind, AllocationRule> ordered = new EnumMap<>(PaymentKind.class);
    ordered.putAll(rules);
    rules = Collections.unmodifiableMap(ordered);
    chargebackOrder = List.copyOf(chargebackOrder);
    if (chargebackOrder.size() != Component.values().length
        || !EnumSet.copyOf(chargebackOrder).equals(EnumSet.allOf(Component.class))) {
      throw new IllegalArgumentException(
          "a chargeback's order names each component once: " + chargebackOrder);
    }
  }

  /** Whether it needs a schedule, because it tells instalments apart. */
  public boolean needsSchedule() {
    return excess == Excess.NEXT_INSTALMENTS
        || rule instanceof InstalmentOrder
        || rules.values().stream().anyMatch(InstalmentOrder.class::isInstance);
  }

  /** The order for a kind of payment. */
  public AllocationRule ruleFor(PaymentKind kind) {
    return rules.getOrDefault(kind, rule);
  }
}
