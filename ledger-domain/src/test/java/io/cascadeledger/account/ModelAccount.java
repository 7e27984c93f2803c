package io.cascadeledger.account;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.entry.LedgerEntry.Adjustment;
import io.cascadeledger.account.entry.LedgerEntry.Chargeback;
import io.cascadeledger.account.entry.LedgerEntry.Discount;
import io.cascadeledger.account.entry.LedgerEntry.Fee;
import io.cascadeledger.account.entry.LedgerEntry.Invoice;
import io.cascadeledger.account.entry.LedgerEntry.Payment;
import io.cascadeledger.account.entry.LedgerEntry.Reporting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account should come to: its entries as a list, from which all else is summed up anew each
 * time somebody asks.
 */
final class ModelAccount {
  private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();
  private final Map<String, String> resolvedByHand = new HashMap<>();

  ModelAccount copy() {
    ModelAccount copy = new ModelAccount();
    copy.entries.putAll(entries);
    copy.resolvedByHand.putAll(resolvedByHand);
    return copy;
  }

  /** What has been paid, reclaimed and changed, summed up. */
  private final class Sums {
    final Map<String, Long> open = new HashMap<>();
    final Map<String, Long> paid = new HashMap<>();
    final Map<String, Long> applied = new HashMap<>();
    final Map<String, Long> unapplied = new HashMap<>();
    long credit;
    long cash;

    Sums() {
      entries.values().forEach(this::add);
    }

    private void add(LedgerEntry entry) {
      switch (entry) {
        case Invoice it -> open.put(it.reference(), it.amountMinor());
        case Fee it -> open.put(it.reference(), it.amountMinor());
        case Adjustment it when it.target() != null -> more(open, it.target(), it.amountMinor());
        case Adjustment it when it.amountMinor() > 0 -> open.put(it.reference(), it.amountMinor());
        case Adjustment it -> credit -= it.amountMinor();
        case Discount it -> more(open, it.target(), -it.amountMinor());
        case Payment it -> pay(it);
        case Chargeback it -> chargeBack(it);
        case Reporting _ -> {
          // It says nothing of what is owed.
        }
      }
    }

    private void pay(Payment it) {
      long part = it.target() == null ? 0 : Math.min(it.amountMinor(), open.get(it.target()));
      if (it.target() != null) {
        more(open, it.target(), -part);
        more(paid, it.target(), part);
      }
      applied.put(it.reference(), part);
      unapplied.put(it.reference(), it.amountMinor() - part);
      credit += it.amountMinor() - part;
      cash += it.amountMinor();
    }

    private void chargeBack(Chargeback it) {
      cash -= it.amountMinor();
      String owed = it.target();
      long part = it.amountMinor();
      if (entries.get(it.target()) instanceof Payment payment) {
        long first = Math.min(part, unapplied.get(it.target()));
        part -= first;
        credit -= first;
        more(unapplied, it.target(), -first);
        more(applied, it.target(), -part);
        owed = payment.target();
      }
      if (owed != null) {
        more(open, owed, part);
        more(paid, owed, -part);
      }
    }

    private static void more(Map<String, Long> sums, String key, long minor) {
      sums.merge(key, minor, Long::sum);
    }
  }

  /** Whether an entry can be added; if so it is. */
  boolean add(LedgerEntry entry) {
    LedgerEntry known = entries.get(entry.reference());
    if (known != null) {
      return known.equals(entry);
    }
    if (!isPossible(entry)) {
      return false;
    }
    entries.put(entry.reference(), entry);
    return true;
  }

  private boolean isPossible(LedgerEntry entry) {
    Sums sums = new Sums();
    long amount = entry.amountMinor();
    String target = entry.target();
    boolean owed = target != null && sums.open.containsKey(target);
    return switch (entry) {
      case Invoice _, Reporting _ -> amount >= 0;
      case Fee _ -> amount >= 0 && (target == null || entries.get(target) instanceof Invoice);
      case Payment _ -> amount > 0 && (target == null || owed);
      case Discount _ -> amount > 0 && owed && amount <= sums.open.get(target);
      case Adjustment _ ->
          amount != 0 && (target == null || (owed && -amount <= sums.open.get(target)));
      case Chargeback _ -> amount > 0 && isPaid(sums, target, amount, owed);
    };
  }

  private boolean isPaid(Sums sums, String target, long amount, boolean owed) {
    if (!(entries.get(target) instanceof Payment payment)) {
      return owed && amount <= sums.paid.getOrDefault(target, 0L);
    }
    long fromTarget = amount - Math.min(amount, sums.unapplied.get(target));
    return fromTarget <= sums.applied.get(target)
        && (fromTarget == 0 || fromTarget <= sums.paid.get(payment.target()));
  }

  /** Whether a claim can be credited or debited. */
  boolean isActive(String claim) {
    return entries.get(claim) instanceof Invoice && claims().get(claim).endsWith("ACTIVE");
  }

  /** Whether a claim can be resolved for a reason; if so it is. */
  boolean resolve(String claim, String reason) {
    if (!(entries.get(claim) instanceof Invoice)) {
      return false;
    }
    String standing = claims().get(claim);
    if (standing.endsWith("ACTIVE")) {
      resolvedByHand.put(claim, reason);
      return true;
    }
    return standing.endsWith(reason);
  }

  boolean hasTargetAmount(String reference) {
    return entries.get(reference) instanceof Invoice || entries.get(reference) instanceof Fee;
  }

  long open(String reference) {
    return new Sums().open.getOrDefault(reference, 0L);
  }

  /** What nobody has resolved, and is open. */
  long matchableMinor() {
    long sum = 0;
    for (Map.Entry<String, Long> each : new Sums().open.entrySet()) {
      String claim = claimOf(entries.get(each.getKey()));
      sum += claim != null && resolvedByHand.containsKey(claim) ? 0 : each.getValue();
    }
    return sum;
  }

  private static String claimOf(LedgerEntry entry) {
    return switch (entry) {
      case Invoice it -> it.reference();
      case Fee it -> it.target();
      default -> null;
    };
  }

  long openMinor() {
    return new Sums().open.values().stream().mapToLong(it -> it).sum();
  }

  long creditMinor() {
    return new Sums().credit;
  }

  long cashMinor() {
    return new Sums().cash;
  }

  /** All references, those of payments and all else. */
  List<String> references() {
    return new ArrayList<>(entries.keySet());
  }

  /** The claims, in the words of {@link io.cascadeledger.given.AccountBook#claims}. */
  Map<String, String> claims() {
    Sums sums = new Sums();
    Map<String, String> claims = new TreeMap<>();
    for (LedgerEntry entry : entries.values()) {
      if (entry instanceof Invoice invoice) {
        claims.put(invoice.reference(), standing(invoice.reference(), sums));
      }
    }
    return claims;
  }

  private String standing(String claim, Sums sums) {
    Map<String, Long> fees = new TreeMap<>();
    for (LedgerEntry entry : entries.values()) {
      if (entry instanceof Fee fee && claim.equals(fee.target())) {
        fees.merge(
            fee.type() == null ? "FEE" : fee.type(), sums.open.get(fee.reference()), Long::sum);
      }
    }
    fees.values().removeIf(minor -> minor == 0);
    List<String> names = new ArrayList<>();
    fees.forEach((name, minor) -> names.add(name + " " + minor));
    long amount = sums.open.get(claim);
    String paid = amount == 0 && fees.isEmpty() ? "CLAIM_PAID" : "ACTIVE";
    return amount
        + (fees.isEmpty() ? "" : " [" + String.join(", ", names) + "]")
        + " "
        + resolvedByHand.getOrDefault(claim, paid);
  }
}
