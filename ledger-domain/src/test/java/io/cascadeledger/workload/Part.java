package io.cascadeledger.workload;

import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import java.util.EnumMap;
import java.util.Map;

/** What a loan is summed up by, in the order in which a payment serves it. */
enum Part {
  PENALTIES("1400"),
  FEES("1300"),
  INTEREST("1200"),
  PRINCIPAL("1100"),
  /** What is kept for the borrower: the loan owes it, so it stands on the other side. */
  UNAPPLIED("2100");

  private final String account;

  Part(String account) {
    this.account = account;
  }

  String account() {
    return account;
  }

  static Part of(Component component) {
    return valueOf(component.name());
  }

  /** The parts of an allocation that are not zero. */
  static Map<Part, Long> of(Allocation allocation) {
    Map<Part, Long> parts = new EnumMap<>(Part.class);
    parts.put(PENALTIES, allocation.penaltiesMinor());
    parts.put(FEES, allocation.feesMinor());
    parts.put(INTEREST, allocation.interestMinor());
    parts.put(PRINCIPAL, allocation.principalMinor());
    parts.put(UNAPPLIED, allocation.suspenseMinor());
    parts.values().removeIf(minor -> minor == 0);
    return parts;
  }
}
