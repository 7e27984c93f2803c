package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.PendingPayment;
import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.journal.EntriesWanted;
import io.cascadeledger.projections.journal.JournalItem;
import io.cascadeledger.projections.loan.LoanStatus;
import io.cascadeledger.projections.loan.MovementView;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import io.cascadeledger.projections.loan.PendingPaymentView;
import io.cascadeledger.projections.loan.PendingStatus;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Random work of two tenants, read back through the projections and added up line by line. */
class RandomWorkloadTest {

  private static final long SEED = 20_260_501;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 90;

  private final Random random = new Random(SEED);

  /** What the tables are called that nothing of this workload is written into. */
  private static final List<String> OF_OTHERS = List.of("debtor_", "claim", "accounting_period_");

  @Test
  void what_is_read_equals_what_the_events_add_up_to_and_a_replay_reads_the_same() {
    try (Projections projections = Projections.start(37)) {
      MemoryEvents events = projections.events();
      List<LoanId> loans = new ArrayList<>();
      Map<LoanId, Lender> lenders = new HashMap<>();
      RandomWork work = new RandomWork(random, FIRST_DAY, DAYS);
      Lender acme = new Lender("acme", events);
      work.of(acme, loans, lenders);
      work.of(new Books(acme, events));
      work.of(new Lender("zenith", events), loans, lenders);
      projections.catchUp();

      for (int round = 0; round < 5; round++) {
        LocalDate asOf = FIRST_DAY.plusDays(random.nextInt(DAYS + 10));
        loans.forEach(loan -> assertBalance(projections, loan, asOf));
        for (Layer layer : Layer.values()) {
          assertTrialBalance(projections, "acme", layer, asOf);
          assertTrialBalance(projections, "zenith", layer, asOf);
        }
      }
      loans.forEach(loan -> assertEntries(projections, loan));
      loans.forEach(
          loan -> {
            LoanState state = lenders.get(loan).state(loan);
            assertMovements(projections, loan, state);
            assertPending(projections, loan, state);
            assertThat(projections.loans().loan(loan.tenant(), loan.value()).block().status())
                .as("status of %s, seed %d", loan, SEED)
                .isEqualTo(statusOf(state));
          });

      Map<String, List<String>> before = projections.dump();
      assertThat(before)
          .allSatisfy(
              (table, rows) ->
                  assertThat(rows.isEmpty())
                      .as("whether %s is empty", table)
                      .isEqualTo(OF_OTHERS.stream().anyMatch(table::startsWith)));
      projections.replay();
      assertThat(projections.dump()).isEqualTo(before);
    }
  }

  private static Stream<LoanMovement> movements(Projections projections) {
    return projections.events().events().stream()
        .filter(LoanMovement.class::isInstance)
        .map(LoanMovement.class::cast);
  }

  private static void assertBalance(Projections projections, LoanId loan, LocalDate asOf) {
    LoanBalance expected = LoanBalance.ZERO;
    for (LedgerEvent event : projections.events().events()) {
      if (event instanceof LoanMovement movement
          && movement.loan().equals(loan)
          && !movement.effectiveDate().isAfter(asOf)) {
        expected = expected.plus(movement.entry().lines());
      }
    }
    assertThat(projections.balances().loan(loan.tenant(), loan.value(), asOf).block().balance())
        .as("%s as of %s, seed %d", loan, asOf, SEED)
        .isEqualTo(expected);
  }

  private static void assertTrialBalance(
      Projections projections, String tenant, Layer layer, LocalDate asOf) {
    Map<String, BigInteger> expected = new HashMap<>();
    projections.events().events().stream()
        .filter(BookedEntry.class::isInstance)
        .map(BookedEntry.class::cast)
        .filter(it -> it.tenant().equals(tenant) && it.bookedIn() == layer)
        .filter(it -> !it.effectiveDate().isAfter(asOf))
        .flatMap(it -> it.entry().lines().list().stream())
        .forEach(line -> expected.merge(key(line), minor(line), BigInteger::add));

    Map<String, BigInteger> actual = new HashMap<>();
    Map<String, BigInteger> differences = new HashMap<>();
    for (AccountTotals totals : projections.balances().trialBalance(tenant, layer, asOf).block()) {
      String key = totals.account().code() + "/" + totals.currency() + "/";
      put(actual, key + Side.DEBIT, totals.debitMinor());
      put(actual, key + Side.CREDIT, totals.creditMinor());
      differences.merge(
          totals.currency().getCurrencyCode(),
          totals.debitMinor().subtract(totals.creditMinor()),
          BigInteger::add);
    }
    assertThat(actual)
        .as("%s in %s as of %s, seed %d", tenant, layer, asOf, SEED)
        .isEqualTo(expected);
    assertThat(differences).hasSizeLessThanOrEqualTo(2);
    assertThat(differences.values()).allMatch(it -> it.signum() == 0);
  }

  private static void put(Map<String, BigInteger> totals, String key, BigInteger minor) {
    if (minor.signum() != 0) {
      totals.put(key, minor);
    }
  }

  private static String key(Line line) {
    return line.account() + "/" + line.amount().currency() + "/" + line.side();
  }

  private static BigInteger minor(Line line) {
    return BigInteger.valueOf(line.amount().minorUnits());
  }

  /** What is on its way to a loan is what the loan itself knows of, and nothing of it counts. */
  private static void assertPending(Projections projections, LoanId loan, LoanState state) {
    List<PaymentPended> expected =
        projections.events().events().stream()
            .filter(PaymentPended.class::isInstance)
            .map(PaymentPended.class::cast)
            .filter(it -> it.loan().equals(loan))
            .toList();
    for (PaymentPended pended : expected) {
      PendingPayment known = state.pending().payment(pended.paymentId()).orElseThrow();
      PendingPaymentView read =
          projections.pending().payment(loan.tenant(), pended.paymentId()).block();
      assertThat(read.endedByEntryId()).isEqualTo(known.reversedBy());
      assertThat(read.status() == PendingStatus.SETTLED).isEqualTo(known.settled());
      assertThat(projections.movements().payment(loan.tenant(), pended.paymentId()).blockOptional())
          .as("%s is a movement", pended.paymentId())
          .matches(movement -> movement.isPresent() == known.settled());
    }
    PendingPaymentQueries.OfLoan open =
        projections.pending().ofLoan(loan.tenant(), loan.value()).block();
    assertThat(open.payments())
        .extracting(PendingPaymentView::paymentId)
        .isEqualTo(
            expected.stream()
                .map(PaymentPended::paymentId)
                .filter(it -> state.pending().payment(it).orElseThrow().isOpen())
                .toList());
    assertThat(open.minor())
        .isEqualTo(
            BigInteger.valueOf(
                open.payments().stream().mapToLong(PendingPaymentView::amountMinor).sum()));
  }

  private static void assertEntries(Projections projections, LoanId loan) {
    List<UUID> expected =
        projections.events().events().stream()
            .filter(it -> it instanceof LoanEvent ofLoan && ofLoan.loan().equals(loan))
            .filter(BookedEntry.class::isInstance)
            .map(it -> ((BookedEntry) it).entry().id())
            .toList();
    Map<UUID, UUID> reversedBy = new HashMap<>();
    movements(projections)
        .filter(EntryReversed.class::isInstance)
        .map(EntryReversed.class::cast)
        .forEach(it -> reversedBy.put(it.reversedEntryId(), it.entry().id()));
    for (LedgerEvent event : projections.events().events()) {
      switch (event) {
        case PaymentSettled it -> reversedBy.put(it.pendingEntryId(), it.entry().id());
        case PaymentVoided it -> reversedBy.put(it.pendingEntryId(), it.entry().id());
        default -> {
          // It undoes nothing that was pending.
        }
      }
    }

    List<UUID> read = new ArrayList<>();
    Long after = 0L;
    while (after != null) {
      Page<JournalItem> page =
          projections
              .journal()
              .entriesOfLoan(
                  loan.tenant(), loan.value(), new EntriesWanted(null, null, null, after, 40))
              .block();
      for (JournalItem item : page.items()) {
        read.add(item.entryId());
        assertThat(item.reversedByEntryId()).isEqualTo(reversedBy.get(item.entryId()));
      }
      after = page.next();
    }
    assertThat(read).as("entries of %s, seed %d", loan, SEED).isEqualTo(expected);
  }

  private static void assertMovements(Projections projections, LoanId loan, LoanState state) {
    List<Tuple> expected =
        state.history().stream()
            .map(it -> tuple(it.entryId(), it.allocation(), amountNow(it)))
            .toList();
    List<MovementView> read =
        projections
            .movements()
            .ofLoan(loan.tenant(), loan.value(), 0, Limits.PAGE_SIZE)
            .block()
            .items();
    assertThat(read.stream().filter(it -> it.reversedByEntryId() == null))
        .as("movements of %s, seed %d", loan, SEED)
        .extracting(MovementView::entryId, MovementView::allocation, MovementView::amountMinor)
        .isEqualTo(expected);
    Map<UUID, List<MovementView.Restatement>> restatements = new HashMap<>();
    movements(projections)
        .filter(EntryRestated.class::isInstance)
        .map(EntryRestated.class::cast)
        .forEach(
            it ->
                restatements
                    .computeIfAbsent(it.restatedEntryId(), _ -> new ArrayList<>())
                    .add(new MovementView.Restatement(it.entry().id(), it.causedByEntryId())));
    assertThat(read)
        .allSatisfy(
            it ->
                assertThat(it.asPosted() == null ? null : it.asPosted().restatements())
                    .isEqualTo(newest(restatements.get(it.entryId()))));
  }

  /** Of many, only the newest are listed. */
  private static List<MovementView.Restatement> newest(List<MovementView.Restatement> all) {
    return all == null
        ? null
        : all.subList(Math.max(0, all.size() - Limits.RESTATEMENTS_LISTED), all.size());
  }

  private static long amountNow(Movement movement) {
    return switch (movement.type()) {
      case CHARGE_OFF, WRITE_OFF ->
          movement.lines() == null ? 0 : -LoanBalance.ZERO.plus(movement.lines()).owedMinor();
      default -> movement.amountMinor();
    };
  }

  private static LoanStatus statusOf(LoanState state) {
    if (state.isClosed()) {
      return LoanStatus.CLOSED;
    }
    return switch (state.standing().exit()) {
      case NONE -> LoanStatus.OPEN;
      case CHARGED_OFF -> LoanStatus.CHARGED_OFF;
      case WRITTEN_OFF -> LoanStatus.WRITTEN_OFF;
      case SOLD -> LoanStatus.SOLD;
    };
  }
}
