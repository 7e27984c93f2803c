package io.cascadeledger.workload;

import io.cascadeledger.workload.Asked.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A loan worked out from the beginning: what was asked, in the order of effective dates and then of
 * arrival. It keeps open items instead of balances; everything that is owed is an item, and is paid
 * item by item.
 */
final class ModelBook {
  private static final List<Part> OWED =
      List.of(Part.PENALTIES, Part.FEES, Part.INTEREST, Part.PRINCIPAL);

  /** Something owed, of which something is open. */
  private static final class Item {
    final UUID id;
    final Part part;
    long open;

    Item(UUID id, Part part, long open) {
      this.id = id;
      this.part = part;
      this.open = open;
    }
  }

  private final List<Item> items = new ArrayList<>();
  private final Map<UUID, Map<Part, Long>> effects = new HashMap<>();

  /** What each payment has paid and was not charged back, by the payment's identity. */
  private final Map<UUID, Map<Part, Long>> paid = new HashMap<>();

  private long kept;
  private long lost;
  private long disbursed;
  private Kind exit;
  private LocalDate exitedOn;
  private boolean overdrawn;

  /** Works a loan out. */
  static ModelBook of(Collection<Asked> inOrderOfArrival) {
    ModelBook book = new ModelBook();
    inOrderOfArrival.stream().sorted(Comparator.comparing(Asked::date)).forEach(book::take);
    return book;
  }

  private void take(Asked asked) {
    Map<Part, Long> before = sums();
    switch (asked.kind()) {
      case DISBURSEMENT, CHARGE, INTEREST -> owe(asked.id(), asked.part(), asked.minor());
      case ADJUSTMENT -> adjust(asked);
      case PAYMENT, WAIVER -> kept += credit(asked);
      case APPLICATION -> kept -= asked.minor() - credit(asked);
      case CHARGEBACK -> reopen(asked);
      case REFUND -> kept -= asked.minor();
      case RECOVERY -> lost -= asked.minor();
      case CHARGE_OFF, WRITE_OFF, SALE -> leave(asked);
    }
    disbursed += asked.kind() == Kind.DISBURSEMENT ? asked.minor() : 0;
    overdrawn |= kept < 0 || lost < 0;
    Map<Part, Long> effect = sums();
    before.forEach((part, sum) -> effect.merge(part, -sum, Long::sum));
    effect.values().removeIf(change -> change == 0);
    effects.put(asked.entry(), effect);
    if (asked.kind() == Kind.PAYMENT) {
      Map<Part, Long> parts = new EnumMap<>(Part.class);
      effect.forEach((part, change) -> parts.put(part, Math.abs(change)));
      paid.put(asked.id(), parts);
    }
  }

  private void owe(UUID id, Part part, long minor) {
    items.add(new Item(id, part, minor));
  }

  private void adjust(Asked asked) {
    if (asked.minor() > 0) {
      owe(asked.id(), asked.part(), asked.minor());
    } else if (settle(item -> item.part == asked.part(), -asked.minor()) < -asked.minor()) {
      overdrawn = true;
    }
  }

  /** Pays what was asked for and returns what is left. */
  private long credit(Asked asked) {
    long rest = asked.minor();
    if (asked.split() != null) {
      for (Part part : OWED) {
        rest -= settle(item -> item.part == part, asked.split().getOrDefault(part, 0L));
      }
      return rest;
    }
    if (asked.part() != null) {
      rest -= settle(item -> item.part == asked.part(), rest);
    } else if (asked.subject() != null) {
      rest -= settle(item -> item.id.equals(asked.subject()), rest);
    }
    boolean directed = asked.part() != null || asked.subject() != null;
    if (!directed || asked.kind() == Kind.WAIVER) {
      for (Part part : OWED) {
        rest -= settle(item -> item.part == part, rest);
      }
    }
    return rest;
  }

  /** Pays open items, the oldest first, and returns how much of the money they took. */
  private long settle(Predicate<Item> which, long money) {
    long rest = money;
    for (Item item : items) {
      if (which.test(item)) {
        long part = Math.min(rest, item.open);
        item.open -= part;
        rest -= part;
      }
    }
    items.removeIf(item -> item.open == 0);
    return money - rest;
  }

  private void reopen(Asked asked) {
    Map<Part, Long> left = paid.get(asked.subject());
    long rest = asked.minor();
    for (Part part : OWED.reversed()) {
      long again = Math.min(rest, left.getOrDefault(part, 0L));
      if (again > 0) {
        owe(asked.id(), part, again);
        left.merge(part, -again, Long::sum);
        rest -= again;
      }
    }
    kept -= rest;
    left.merge(Part.UNAPPLIED, -rest, Long::sum);
  }

  private void leave(Asked asked) {
    long owed = owed();
    if (owed == 0 && asked.minor() == 0) {
      return;
    }
    items.clear();
    lost += asked.kind() == Kind.SALE ? 0 : owed;
    exitedOn = exit == null ? asked.date() : exitedOn;
    exit = asked.kind();
  }

  /** What each part comes to. */
  Map<Part, Long> sums() {
    Map<Part, Long> sums = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      sums.put(part, 0L);
    }
    items.forEach(item -> sums.merge(item.part, item.open, Long::sum));
    sums.put(Part.UNAPPLIED, kept);
    return sums;
  }

  /** What each entry has changed of the parts; parts that it has not changed are left out. */
  Map<UUID, Map<Part, Long>> effects() {
    return effects;
  }

  long owed() {
    return items.stream().mapToLong(item -> item.open).sum();
  }

  long kept() {
    return kept;
  }

  long lost() {
    return lost;
  }

  long disbursed() {
    return disbursed;
  }

  /** How the loan has left the books; null if it has not. */
  Kind exit() {
    return exit;
  }

  /** Whether the loan had left the books on a day. */
  boolean goneOn(LocalDate day) {
    return exit != null && !day.isBefore(exitedOn);
  }

  /** Whether something was below zero on some day. */
  boolean isOverdrawn() {
    return overdrawn;
  }
}
