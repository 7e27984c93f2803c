package io.cascadeledger.loan.state;

import io.cascadeledger.waterfall.Allocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What each payment has paid and no chargeback has taken back. Few loans ever have a chargeback, so
 * that is worked out when the first one asks.
 */
final class Chargeable {

  /** The payments, as long as nobody has asked. */
  private final List<Movement> payments = new ArrayList<>();

  /** What is left of each, by the payment's entry; null until somebody asks. */
  private Map<UUID, Allocation> left;

  void paid(Movement payment) {
    if (left == null) {
      payments.add(payment);
    } else {
      left.put(payment.entryId(), payment.allocation());
    }
  }

  void chargedBack(Movement chargeback) {
    left()
        .computeIfPresent(
            chargeback.instruction().subjectEntryId(),
            (_, paid) -> paid.less(chargeback.allocation()));
  }

  /** What is left of a payment; zeros if there is no such payment. */
  Allocation of(UUID entryId) {
    return left().getOrDefault(entryId, Allocation.NONE);
  }

  private Map<UUID, Allocation> left() {
    if (left == null) {
      left = HashMap.newHashMap(payments.size());
      payments.forEach(it -> left.put(it.entryId(), it.allocation()));
      payments.clear();
    }
    return left;
  }
}
