package io.cascadeledger.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PendingPaymentEvent;
import io.cascadeledger.waterfall.Allocation;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads events as an auditor does, who has nothing but the lines of the journal. */
final class Auditor {
  private final Map<LoanId, Map<String, BigInteger>> accounts = new HashMap<>();
  private final Map<UUID, JournalEntry> entries = new HashMap<>();

  /** What each entry, its restatements and its reversal come to, by account. */
  private final Map<UUID, Map<String, BigInteger>> nets = new HashMap<>();

  /** How each payment is split now. */
  private final Map<UUID, Allocation> payments = new HashMap<>();

  /** What each payment comes to while it is pending, by account, and all those of each loan. */
  private final Map<UUID, Map<String, BigInteger>> pending = new HashMap<>();

  private final Map<LoanId, Map<String, BigInteger>> pendingBooks = new HashMap<>();

  private final Map<LoanId, LocalDate> latest = new HashMap<>();

  /** Checks events that were stored together and books their lines. */
  void read(List<LedgerEvent> events) {
    for (LedgerEvent event : events) {
      if (event instanceof LoanMovement movement) {
        read(movement);
      } else if (event instanceof PendingPaymentEvent ofPending) {
        read(ofPending);
      }
    }
  }

  private void read(LoanMovement movement) {
    JournalEntry entry = movement.entry();
    requireBalanced(entry);
    assertThat(entries.put(entry.id(), entry)).as("another entry of this identity").isNull();
    switch (movement) {
      case EntryReversed reversal -> reverse(reversal);
      case EntryRestated restated -> restate(restated);
      default -> {
        if (movement instanceof PaymentPosted payment) {
          post(payment);
        }
        add(entry.id(), entry);
        latest.merge(
            movement.loan(), entry.effectiveDate(), (one, two) -> one.isAfter(two) ? one : two);
      }
    }
    Map<String, BigInteger> books = accounts.computeIfAbsent(movement.loan(), _ -> new HashMap<>());
    entry.lines().list().forEach(line -> book(books, line));
  }

  /** What is pending has books of its own, in which each payment ends with nothing left of it. */
  private void read(PendingPaymentEvent event) {
    assertThat(event.bookedIn()).isEqualTo(Layer.PENDING);
    JournalEntry entry = event.entry();
    requireBalanced(entry);
    assertThat(entries.put(entry.id(), entry)).as("another entry of this identity").isNull();
    Map<String, BigInteger> net = pending.computeIfAbsent(event.paymentId(), _ -> new HashMap<>());
    Map<String, BigInteger> books =
        pendingBooks.computeIfAbsent(event.loan(), _ -> new HashMap<>());
    for (Line line : entry.lines().list()) {
      book(net, line);
      book(books, line);
    }
    assertThat(net.isEmpty()).isEqualTo(!(event instanceof PaymentPended));
    if (event instanceof PaymentSettled settled) {
      JournalEntry posted = entries.get(settled.settledEntryId());
      assertThat(posted.effectiveDate()).isEqualTo(entry.effectiveDate());
      assertThat(payments).containsKey(posted.id());
    }
  }

  /** What is pending of a loan, in minor units. */
  long pendingMinor(LoanId loan) {
    return pendingBooks
        .getOrDefault(loan, Map.of())
        .getOrDefault(Part.UNAPPLIED.account(), BigInteger.ZERO)
        .negate()
        .longValueExact();
  }

  private void post(PaymentPosted payment) {
    assertThat(payment.allocation().totalMinor()).isEqualTo(payment.amount().minorUnits());
    payments.put(payment.entry().id(), payment.allocation());
    LocalDate last = latest.getOrDefault(payment.loan(), LocalDate.MIN);
    if (payment.target() == null && !payment.effectiveDate().isBefore(last)) {
      requireInOrder(payment);
    }
  }

  /** The difference is booked on the movement's day, but not before that of its cause. */
  private void restate(EntryRestated restated) {
    LocalDate cause = entries.get(restated.causedByEntryId()).effectiveDate();
    LocalDate movement = entries.get(restated.restatedEntryId()).effectiveDate();
    assertThat(restated.entry().effectiveDate())
        .isEqualTo(cause.isAfter(movement) ? cause : movement);
    add(restated.restatedEntryId(), restated.entry());
    Allocation before = payments.get(restated.restatedEntryId());
    if (before != null) {
      assertThat(restated.allocation().totalMinor()).isEqualTo(before.totalMinor());
      payments.put(restated.restatedEntryId(), restated.allocation());
    }
  }

  /** After a reversal nothing is left of an entry and its restatements, on any account. */
  private void reverse(EntryReversed reversal) {
    add(reversal.reversedEntryId(), reversal.entry());
    assertThat(nets.get(reversal.reversedEntryId())).isEmpty();
    payments.remove(reversal.reversedEntryId());
  }

  private void add(UUID entryId, JournalEntry entry) {
    Map<String, BigInteger> net = nets.computeIfAbsent(entryId, _ -> new HashMap<>());
    entry.lines().list().forEach(line -> book(net, line));
  }

  private static void book(Map<String, BigInteger> books, Line line) {
    books.merge(
        line.account().value(),
        signed(line),
        (one, two) -> one.add(two).signum() == 0 ? null : one.add(two));
  }

  /** What a loan owes or, of the unapplied part, is owed. */
  long balance(LoanId loan, Part part) {
    return standing(accounts.getOrDefault(loan, Map.of()), part);
  }

  /** What an entry comes to, with its restatements and its reversal. */
  long net(UUID entryId, Part part) {
    return standing(nets.get(entryId), part);
  }

  private static long standing(Map<String, BigInteger> books, Part part) {
    long debits = books.getOrDefault(part.account(), BigInteger.ZERO).longValueExact();
    return part == Part.UNAPPLIED ? -debits : debits;
  }

  /** The entries that are no correction of others. */
  Set<UUID> movements() {
    return nets.keySet();
  }

  /** How the payments that count are split now, by their entries. */
  Map<UUID, Allocation> payments() {
    return payments;
  }

  private static void requireBalanced(JournalEntry entry) {
    Map<Currency, BigInteger> sums = new HashMap<>();
    for (Line line : entry.lines().list()) {
      assertThat(line.amount().minorUnits()).isPositive();
      sums.merge(line.amount().currency(), signed(line), BigInteger::add);
    }
    assertThat(sums).hasSize(1);
    assertThat(sums.values()).as("debits less credits").containsOnly(BigInteger.ZERO);
  }

  /** A part is paid only when all before it are paid off, and never more than is owed. */
  private void requireInOrder(PaymentPosted payment) {
    Map<Part, Long> split = Part.of(payment.allocation());
    long rest = payment.amount().minorUnits();
    for (Part part : Part.values()) {
      long minor = split.getOrDefault(part, 0L);
      rest -= minor;
      if (part != Part.UNAPPLIED) {
        long owed = balance(payment.loan(), part);
        assertThat(minor).isBetween(0L, owed);
        assertThat(minor == owed || rest == 0).as("paid off, or out of money").isTrue();
      }
    }
    assertThat(rest).isZero();
  }

  private static BigInteger signed(Line line) {
    BigInteger minor = BigInteger.valueOf(line.amount().minorUnits());
    return line.side() == Side.DEBIT ? minor : minor.negate();
  }
}
