package io.cascadeledger.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.workload.ModelLoan.Part;
import java.math.BigInteger;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads events as an auditor does, who has nothing but the lines of the journal. */
final class Auditor {
  private static final Map<Part, String> ACCOUNTS =
      Map.of(
          Part.FEES, "1300", Part.INTEREST, "1200", Part.PRINCIPAL, "1100", Part.UNAPPLIED, "2100");

  private final Map<LoanId, Map<String, BigInteger>> accounts = new HashMap<>();
  private final Map<UUID, JournalEntry> entries = new HashMap<>();

  /** Checks events that were stored together and books their lines. */
  void read(List<LedgerEvent> events) {
    for (LedgerEvent event : events) {
      if (event instanceof LoanMovement movement) {
        requireBalanced(movement.entry());
        if (movement instanceof PaymentPosted payment) {
          requireInOrder(payment);
        }
        if (movement instanceof EntryReversed reversal) {
          requireMirrored(reversal);
        }
        assertThat(entries.put(movement.entry().id(), movement.entry())).isNull();
        movement.entry().lines().list().forEach(line -> book(movement.loan(), line));
      }
    }
  }

  /** What a loan owes or, of the unapplied part, is owed. */
  BigInteger balance(LoanId loan, Part part) {
    BigInteger debits =
        accounts.getOrDefault(loan, Map.of()).getOrDefault(ACCOUNTS.get(part), BigInteger.ZERO);
    return part == Part.UNAPPLIED ? debits.negate() : debits;
  }

  private void book(LoanId loan, Line line) {
    accounts
        .computeIfAbsent(loan, _ -> new HashMap<>())
        .merge(line.account().value(), signed(line), BigInteger::add);
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
    Allocation split = payment.allocation();
    long[] paid = {split.feesMinor(), split.interestMinor(), split.principalMinor()};
    Part[] parts = {Part.FEES, Part.INTEREST, Part.PRINCIPAL};
    BigInteger rest = BigInteger.valueOf(payment.amount().minorUnits());
    for (int place = 0; place < parts.length; place++) {
      BigInteger part = BigInteger.valueOf(paid[place]);
      BigInteger owed = balance(payment.loan(), parts[place]);
      rest = rest.subtract(part);
      assertThat(part).isBetween(BigInteger.ZERO, owed);
      assertThat(part.equals(owed) || rest.signum() == 0).as("paid off, or out of money").isTrue();
    }
    assertThat(rest).isEqualTo(BigInteger.valueOf(split.suspenseMinor()));
  }

  private void requireMirrored(EntryReversed reversal) {
    JournalEntry reversed = entries.get(reversal.reversedEntryId());
    assertThat(reversal.entry().lines().list())
        .isEqualTo(
            reversed.lines().list().stream()
                .map(
                    line ->
                        new Line(
                            line.account(),
                            line.side() == Side.DEBIT ? Side.CREDIT : Side.DEBIT,
                            line.amount()))
                .toList());
  }

  private static BigInteger signed(Line line) {
    BigInteger minor = BigInteger.valueOf(line.amount().minorUnits());
    return line.side() == Side.DEBIT ? minor : minor.negate();
  }
}
