package io.cascadeledger.workload;

import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.refusal.RefusalCode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A loan as a clerk would keep it on paper: a list of entries, summed up whenever one asks. */
final class ModelLoan {
  /** What is summed, in the order in which a payment serves it; the rest is unapplied. */
  enum Part {
    FEES,
    INTEREST,
    PRINCIPAL,
    UNAPPLIED
  }

  /** What one entry changed. */
  record Entry(Map<Part, BigInteger> change, LocalDate date, boolean isReversal, boolean reversed) {
    Map<Part, BigInteger> opposite() {
      Map<Part, BigInteger> opposite = new EnumMap<>(Part.class);
      change.forEach((part, amount) -> opposite.put(part, amount.negate()));
      return opposite;
    }
  }

  final OpenLoan opening;
  final Map<UUID, Entry> entries = new LinkedHashMap<>();
  boolean closed;

  ModelLoan(OpenLoan opening) {
    this.opening = opening;
  }

  BigInteger sum(Part part) {
    return entries.values().stream()
        .map(entry -> entry.change.getOrDefault(part, BigInteger.ZERO))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Everything owed: a payment of exactly that amount settles the loan. */
  BigInteger owed() {
    return sum(Part.FEES).add(sum(Part.INTEREST)).add(sum(Part.PRINCIPAL));
  }

  void add(UUID id, LocalDate date, Map<Part, BigInteger> change) {
    entries.put(id, new Entry(change, date, false, false));
  }

  void close() {
    closed = true;
  }

  void reverse(UUID id, UUID reversal, LocalDate date) {
    Entry entry = entries.get(id);
    entries.put(id, new Entry(entry.change, entry.date, entry.isReversal, true));
    entries.put(reversal, new Entry(entry.opposite(), date, true, false));
    closed = false;
  }

  /** How a payment changes the sums. */
  Map<Part, BigInteger> split(BigInteger payment) {
    BigInteger afterFees = payment.subtract(sum(Part.FEES)).max(BigInteger.ZERO);
    BigInteger afterInterest = afterFees.subtract(sum(Part.INTEREST)).max(BigInteger.ZERO);
    BigInteger unapplied = afterInterest.subtract(sum(Part.PRINCIPAL)).max(BigInteger.ZERO);
    return Map.of(
        Part.FEES, afterFees.subtract(payment),
        Part.INTEREST, afterInterest.subtract(afterFees),
        Part.PRINCIPAL, unapplied.subtract(afterInterest),
        Part.UNAPPLIED, unapplied);
  }

  void objectToMovement(Reasons reasons, LocalDate date, Currency currency, UUID borrower) {
    reasons
        .when(closed, RefusalCode.LOAN_CLOSED)
        .when(!currency.equals(opening.currency()), RefusalCode.CURRENCY_MISMATCH)
        .when(
            borrower != null && !borrower.equals(opening.borrowerId()),
            RefusalCode.BORROWER_MISMATCH)
        .when(date.isBefore(opening.openedOn()), RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING);
  }

  void objectToDisbursement(Reasons reasons, BigInteger minor) {
    if (opening.terms() != null) {
      BigInteger agreed = BigInteger.valueOf(opening.terms().principalMinor());
      reasons.when(
          disbursed().add(minor).compareTo(agreed) > 0, RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL);
    }
  }

  void objectToClosing(Reasons reasons, LocalDate date) {
    objectToMovement(reasons, date, opening.currency(), null);
    boolean settled = owed().signum() == 0 && sum(Part.UNAPPLIED).signum() == 0;
    reasons.when(!settled, RefusalCode.LOAN_NOT_SETTLED);
  }

  void objectToReversal(Reasons reasons, UUID id, LocalDate date) {
    Entry entry = entries.get(id);
    if (entry == null) {
      reasons.when(true, RefusalCode.JOURNAL_ENTRY_NOT_FOUND);
      return;
    }
    reasons
        .when(entry.reversed, RefusalCode.ENTRY_ALREADY_REVERSED)
        .when(date.isBefore(entry.date), RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY)
        .when(entry.isReversal, RefusalCode.REVERSAL_NOT_REVERSIBLE)
        .when(isOverdrawnBy(entry.opposite()), RefusalCode.BALANCE_WOULD_BE_NEGATIVE);
  }

  private boolean isOverdrawnBy(Map<Part, BigInteger> change) {
    return change.entrySet().stream()
        .anyMatch(part -> sum(part.getKey()).add(part.getValue()).signum() < 0);
  }

  /** What was disbursed and not reversed; only a disbursement adds principal by itself. */
  private BigInteger disbursed() {
    return entries.values().stream()
        .filter(entry -> !entry.isReversal && !entry.reversed)
        .map(entry -> entry.change.getOrDefault(Part.PRINCIPAL, BigInteger.ZERO))
        .reduce(BigInteger.ZERO, (sum, change) -> sum.add(change.max(BigInteger.ZERO)));
  }
}
