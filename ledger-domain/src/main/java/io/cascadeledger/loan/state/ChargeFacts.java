package io.cascadeledger.loan.state;

import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.ChargeRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has happened to a loan on which its charges depend, up to one point of its history. */
final class ChargeFacts {

  private final Pauses pauses = new Pauses();

  /** What was paid out, by the entries that did. */
  private final Map<UUID, Long> disbursed = new HashMap<>(2);

  /** Which instalments have cost a late charge. */
  private final Set<ChargeBasis> late = new HashSet<>(0);

  void disbursed(UUID entryId, long minor) {
    disbursed.put(entryId, minor);
  }

  /** The ledger has charged something by itself. */
  void charged(ChargeBasis basis) {
    if (basis.rule() == ChargeRule.LATE) {
      late.add(basis);
    }
  }

  Pauses pauses() {
    return pauses;
  }

  /** What was paid out with an entry, in minor units; zero if nothing was. */
  long disbursedMinor(UUID entryId) {
    return disbursed.getOrDefault(entryId, 0L);
  }

  /** What was paid out in all, in minor units. */
  long disbursedMinor() {
    return disbursed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether an instalment has cost a late charge. */
  boolean isChargedLate(ChargeBasis basis) {
    return late.contains(basis);
  }
}
