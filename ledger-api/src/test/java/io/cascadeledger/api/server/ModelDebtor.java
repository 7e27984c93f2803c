package io.cascadeledger.api.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a debtor account must come to, told by a few maps: it shares nothing with the ledger. What
 * returns false is refused, and leaves the model as it was.
 */
final class ModelDebtor {

  /** An invoice, or a fee: of an invoice, or of the account. */
  private record Owed(String reference, boolean fee, String invoice, String due, int arrival) {

    /** The claim it belongs to; null if it is a fee of the account. */
    String claim() {
      return fee ? invoice : reference;
    }
  }

  private record Payment(String target, long minor) {}

  private final Map<String, Owed> owed = new LinkedHashMap<>();
  private final Map<String, Long> open = new LinkedHashMap<>();
  private final Map<String, Payment> payments = new LinkedHashMap<>();
  private final Map<String, Long> unapplied = new LinkedHashMap<>();
  private final Map<String, Long> chargedBack = new LinkedHashMap<>();
  private final Map<String, String> resolved = new LinkedHashMap<>();
  private int entries;
  private long credit;
  private long cash;

  ModelDebtor copy() {
    ModelDebtor copy = new ModelDebtor();
    copy.owed.putAll(owed);
    copy.open.putAll(open);
    copy.payments.putAll(payments);
    copy.unapplied.putAll(unapplied);
    copy.chargedBack.putAll(chargedBack);
    copy.resolved.putAll(resolved);
    copy.entries = entries;
    copy.credit = credit;
    copy.cash = cash;
    return copy;
  }

  boolean invoice(String reference, long minor, String due) {
    return owe(new Owed(reference, false, null, due, entries), minor);
  }

  /** A fee of an invoice, or of the account if that is null. */
  boolean fee(String reference, long minor, String invoice) {
    boolean possible = invoice == null || (owed.containsKey(invoice) && !owed.get(invoice).fee());
    String due = invoice == null ? "9999-12-31" : possible ? owed.get(invoice).due() : "";
    return possible && owe(new Owed(reference, true, invoice, due, entries), minor);
  }

  private boolean owe(Owed one, long minor) {
    if (minor < 0 || owed.putIfAbsent(one.reference(), one) != null) {
      return false;
    }
    open.put(one.reference(), minor);
    entries++;
    return true;
  }

  /** A payment of what it names; what exceeds that is credit. */
  boolean payment(String reference, long minor, String target) {
    if (minor <= 0 || !open.containsKey(target)) {
      return false;
    }
    long part = Math.min(minor, open.get(target));
    open.merge(target, -part, Long::sum);
    payments.put(reference, new Payment(target, minor));
    unapplied.put(reference, minor - part);
    credit += minor - part;
    cash += minor;
    entries++;
    return true;
  }

  boolean discount(long minor, String target) {
    if (minor <= 0 || !open.containsKey(target) || minor > open.get(target)) {
      return false;
    }
    open.merge(target, -minor, Long::sum);
    entries++;
    return true;
  }

  /** Takes a payment back, what of it pays nothing first. */
  boolean chargeback(long minor, String payment) {
    Payment of = payments.get(payment);
    if (of == null || minor <= 0 || minor > of.minor() - chargedBack.getOrDefault(payment, 0L)) {
      return false;
    }
    long idle = Math.min(minor, unapplied.get(payment));
    unapplied.merge(payment, -idle, Long::sum);
    open.merge(of.target(), minor - idle, Long::sum);
    chargedBack.merge(payment, minor, Long::sum);
    credit -= idle;
    cash -= minor;
    entries++;
    return true;
  }

  /** Makes the amount of a claim larger, or smaller if below zero. */
  boolean change(String claim, long more) {
    if (!owed.containsKey(claim)
        || owed.get(claim).fee()
        || !standing(claim).equals("ACTIVE")
        || more == 0
        || open.get(claim) + more < 0) {
      return false;
    }
    open.merge(claim, more, Long::sum);
    entries++;
    return true;
  }

  boolean resolve(String claim, String reason) {
    if (!owed.containsKey(claim) || owed.get(claim).fee()) {
      return false;
    }
    if (standing(claim).equals("ACTIVE")) {
      resolved.put(claim, reason);
      return true;
    }
    return reason.equals(resolved.getOrDefault(claim, "CLAIM_PAID"));
  }

  /**
   * Pays what is due first, the fees of an invoice before it; each part as {@code target=minor}.
   */
  List<String> match(long minor) {
    List<String> parts = new ArrayList<>();
    long left = minor;
    for (Owed one : inOrder()) {
      long part = Math.min(left, open.get(one.reference()));
      if (part > 0 && !resolved.containsKey(String.valueOf(one.claim()))) {
        open.merge(one.reference(), -part, Long::sum);
        parts.add(one.reference() + "=" + part);
        left -= part;
      }
    }
    if (left > 0) {
      parts.add("rest=" + left);
    }
    credit += left;
    cash += minor;
    entries += parts.size();
    return parts;
  }

  private List<Owed> inOrder() {
    Comparator<Owed> order =
        Comparator.comparing(Owed::due)
            .thenComparingInt(one -> one.claim() == null ? one.arrival() : arrivalOf(one.claim()))
            .thenComparing(one -> !one.fee())
            .thenComparingInt(Owed::arrival);
    return owed.values().stream().sorted(order).toList();
  }

  private int arrivalOf(String claim) {
    return owed.get(claim).arrival();
  }

  private long fees(String claim) {
    return owed.values().stream()
        .filter(one -> one.fee() && claim.equals(one.invoice()))
        .mapToLong(one -> open.get(one.reference()))
        .sum();
  }

  private String standing(String claim) {
    boolean paid = open.get(claim) == 0 && fees(claim) == 0;
    return paid || resolved.containsKey(claim) ? "RESOLVED" : "ACTIVE";
  }

  /** The claims by reference: amount, fees and status. */
  Map<String, String> claims() {
    Map<String, String> claims = new TreeMap<>();
    for (Owed one : owed.values()) {
      if (!one.fee()) {
        claims.put(
            one.reference(),
            "%d+%d %s"
                .formatted(
                    open.get(one.reference()), fees(one.reference()), standing(one.reference())));
      }
    }
    return claims;
  }

  List<String> references(boolean fees) {
    return owed.values().stream().filter(one -> one.fee() == fees).map(Owed::reference).toList();
  }

  List<String> payments() {
    return List.copyOf(payments.keySet());
  }

  int entries() {
    return entries;
  }

  long openOf(String reference) {
    return open.getOrDefault(reference, 0L);
  }

  /** What is open of invoices, or of fees. */
  long openMinor(boolean fees) {
    return references(fees).stream().mapToLong(open::get).sum();
  }

  long creditMinor() {
    return credit;
  }

  long cashMinor() {
    return cash;
  }
}
