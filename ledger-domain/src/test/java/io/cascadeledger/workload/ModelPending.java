package io.cascadeledger.workload;

import io.cascadeledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pending payments of a loan, as a clerk keeps them: on a list beside the loan's account. */
final class ModelPending {
  private final Map<UUID, Asked> announced = new LinkedHashMap<>();

  /** How a payment ended: what is answered to whoever wants to end it again. */
  private final Map<UUID, RefusalCode> ended = new HashMap<>();

  /** The entries that ended payments, with their dates. */
  private final Map<UUID, LocalDate> ends = new HashMap<>();

  void announce(Asked payment) {
    announced.put(payment.id(), payment);
  }

  void end(UUID payment, RefusalCode how, UUID entry, LocalDate date) {
    ended.put(payment, how);
    ends.put(entry, date);
  }

  Optional<Asked> payment(UUID payment) {
    return Optional.ofNullable(announced.get(payment));
  }

  boolean isOpen(UUID payment) {
    return announced.containsKey(payment) && !ended.containsKey(payment);
  }

  long open() {
    return (long) announced.size() - ended.size();
  }

  /** What is open, in minor units. */
  long openMinor() {
    return announced.values().stream().filter(it -> isOpen(it.id())).mapToLong(Asked::minor).sum();
  }

  void objectToEnd(Reasons reasons, UUID payment, LocalDate date) {
    Asked known = announced.get(payment);
    reasons.when(known == null, RefusalCode.PAYMENT_NOT_PENDING);
    if (known != null) {
      reasons.when(date.isBefore(known.date()), RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY);
      if (ended.containsKey(payment)) {
        reasons.when(true, ended.get(payment));
      }
    }
  }

  /** Objects to the reversal of an entry, if it is one of these. */
  boolean objectToReversal(Reasons reasons, UUID entry, LocalDate date) {
    Optional<Asked> payment =
        announced.values().stream().filter(it -> it.entry().equals(entry)).findFirst();
    LocalDate counted = payment.map(Asked::date).orElse(ends.get(entry));
    if (counted == null) {
      return false;
    }
    reasons.when(date.isBefore(counted), RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY);
    if (payment.isEmpty()) {
      reasons.when(true, RefusalCode.REVERSAL_NOT_REVERSIBLE);
    } else {
      boolean open = isOpen(payment.get().id());
      reasons
          .when(open, RefusalCode.PAYMENT_PENDING)
          .when(!open, RefusalCode.ENTRY_ALREADY_REVERSED);
    }
    return true;
  }
}
