package io.cascadeledger.given;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.Line;
import java.util.HashMap;
import java.util.Map;

/** A trial balance of what events book, summed up line by line. */
public final class Trial {
  private final Map<AccountCode, Long> balances = new HashMap<>();

  public void add(LedgerEvent event) {
    if (event instanceof BookedEvent booked) {
      booked
          .booked()
          .ifPresent(
              entry -> {
                for (Line line : entry.lines().list()) {
                  balances.merge(line.account(), line.debitMinusCredit(), Long::sum);
                }
              });
    }
  }

  /** Debits less credits of an account, in minor units. */
  public long of(AccountCode account) {
    return balances.getOrDefault(account, 0L);
  }

  /** Debits less credits of all accounts. */
  public long sum() {
    return balances.values().stream().mapToLong(it -> it).sum();
  }
}
