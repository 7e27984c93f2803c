package io.cascadeledger.given;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A trial balance, for each layer, of what events book, summed up line by line. */
public final class Trial {
  private final Map<Layer, Map<AccountCode, Long>> layers = new EnumMap<>(Layer.class);

  public void add(LedgerEvent event) {
    if (event instanceof BookedEvent booked) {
      Map<AccountCode, Long> balances =
          layers.computeIfAbsent(booked.bookedIn(), _ -> new HashMap<>());
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

  /** Debits less credits of an account in the settled layer, in minor units. */
  public long of(AccountCode account) {
    return of(Layer.SETTLED, account);
  }

  /** Debits less credits of an account in a layer, in minor units. */
  public long of(Layer layer, AccountCode account) {
    return layers.getOrDefault(layer, Map.of()).getOrDefault(account, 0L);
  }

  /** Debits less credits of all accounts in the settled layer. */
  public long sum() {
    return sum(Layer.SETTLED);
  }

  /** Debits less credits of all accounts in a layer. */
  public long sum(Layer layer) {
    return layers.getOrDefault(layer, Map.of()).values().stream().mapToLong(it -> it).sum();
  }
}
