package io.cascadeledger.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Allocation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random commands on several loans, held against a model and against an audit of the events. Every
 * run has its seed; {@code -Dledger.workload.seed=n} repeats one run, or tries another.
 */
final class RandomWorkloadTest {
  private static final Long ONLY_SEED = Long.getLong("ledger.workload.seed");
  private static final int RUNS = 200;
  private static final int STEPS = 150;

  /** What the workload cannot bring about; each of them has its cases elsewhere. */
  private static final Set<RefusalCode> OUT_OF_REACH =
      EnumSet.of(
          RefusalCode.BATCH_TOO_LARGE,
          RefusalCode.BALANCE_TOO_LARGE,
          RefusalCode.PAYMENT_EXCEEDS_OWED,
          RefusalCode.TERMS_UNSOUND,
          RefusalCode.DISBURSEMENT_OUTSIDE_SCHEDULE,
          RefusalCode.INTEREST_IS_COMPUTED,
          RefusalCode.LOAN_NOT_SERVICED,
          RefusalCode.TOO_MANY_RESTATEMENTS,
          RefusalCode.LOAN_ALREADY_EXISTS);

  /** No movement of a loan is refused for these. */
  private static final Set<RefusalCode> OF_OTHERS =
      EnumSet.of(
          RefusalCode.PRODUCT_ALREADY_EXISTS,
          RefusalCode.PRODUCT_NOT_FOUND,
          RefusalCode.PRODUCT_VERSION_NOT_FOUND,
          RefusalCode.PRODUCT_RETIRED,
          RefusalCode.PRODUCT_UNSOUND,
          RefusalCode.TERMS_OUTSIDE_PRODUCT,
          RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND,
          RefusalCode.LINE_COUNT_OUT_OF_RANGE,
          RefusalCode.ENTRY_NOT_BALANCED,
          RefusalCode.CHART_SIZE_OUT_OF_RANGE,
          RefusalCode.ACCOUNT_REPEATED,
          RefusalCode.BANK_STATEMENT_TOO_LONG,
          RefusalCode.STATEMENT_DOES_NOT_SUM,
          RefusalCode.STATEMENT_ALREADY_IMPORTED,
          RefusalCode.ENTRY_NOT_DRAFT,
          RefusalCode.ACCOUNT_ALREADY_EXISTS,
          RefusalCode.ACCOUNT_NOT_FOUND,
          RefusalCode.ACCOUNT_CLOSED,
          RefusalCode.ACCOUNT_OPEN,
          RefusalCode.ACCOUNT_IS_CONTROL,
          RefusalCode.ACCOUNT_CURRENCY_MISMATCH,
          RefusalCode.ACCOUNT_BUILT_IN,
          RefusalCode.ACCOUNT_TYPE_FIXED,
          RefusalCode.ACCOUNT_PARENT_UNSOUND,
          RefusalCode.APPROVER_IS_AUTHOR,
          RefusalCode.PERIOD_CLOSED,
          RefusalCode.PERIOD_CHANGE_NOT_FOUND,
          RefusalCode.PERIOD_CHANGE_PENDING,
          RefusalCode.PERIOD_ALREADY_CLOSED,
          RefusalCode.PERIOD_NOT_CLOSED,
          RefusalCode.PERIOD_NOT_LAST,
          RefusalCode.PERIOD_NOT_OVER);

  private final Set<RefusalCode> answered = EnumSet.noneOf(RefusalCode.class);

  @Test
  void the_ledger_agrees_with_the_model_and_the_audit_after_every_command() {
    if (ONLY_SEED != null) {
      new Run(ONLY_SEED).toTheEnd();
      return;
    }
    LongStream.rangeClosed(1, RUNS).forEach(seed -> new Run(seed).toTheEnd());
    Set<RefusalCode> unreachable = EnumSet.copyOf(OUT_OF_REACH);
    unreachable.addAll(OF_OTHERS);
    assertThat(answered).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(unreachable)));
  }

  private final class Run {
    private final long seed;
    private final Random random;
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final ModelLedger model = new ModelLedger();
    private final Auditor auditor = new Auditor();
    private final RandomCommands commands;
    private final Map<LoanId, LoanState> states = new HashMap<>();
    private int stored;

    Run(long seed) {
      this.seed = seed;
      random = new Random(seed);
      commands = new RandomCommands(random, model);
    }

    void toTheEnd() {
      commands.openings().forEach(this::send);
      for (int step = 1; step <= STEPS; step++) {
        Object command = commands.next();
        try {
          step(command);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              "-Dledger.workload.seed=%d, step %d: %s".formatted(seed, step, command), e);
        }
      }
    }

    private void step(Object command) {
      Map<Object, Object> before = books();
      List<LedgerEvent> events = send(command);
      if (events.isEmpty()) {
        assertThat(books()).as("a refused command changes nothing").isEqualTo(before);
      } else if (events.getFirst() instanceof LoanMovement movement
          && !(movement instanceof EntryReversed)
          && random.nextInt(8) == 0) {
        assertThat(send(commands.reverse(movement.loan(), movement.entry().id()))).isNotEmpty();
        assertThat(books()).as("a reversal restores").isEqualTo(before);
      }
    }

    /** Sends a command, holds the outcome against model and audit, and returns its events. */
    private List<LedgerEvent> send(Object command) {
      SortedMap<Integer, RefusalCode> expected = model.answer(command);

      SortedMap<Integer, RefusalCode> actual = new TreeMap<>();
      ledger.send(command).ifPresent(refused -> actual.putAll(codes(refused)));

      answered.addAll(actual.values());
      assertThat(actual).as("reasons by place").isEqualTo(expected);
      List<LedgerEvent> events = ledger.eventsFrom(stored);
      stored += events.size();
      assertThat(events.isEmpty()).as("nothing was stored").isEqualTo(!expected.isEmpty());
      auditor.read(events);
      for (LedgerEvent event : events) {
        if (event instanceof LoanEvent ofLoan) {
          states.computeIfAbsent(ofLoan.loan(), _ -> new LoanState()).evolve(ofLoan);
        }
        if (event instanceof EntryRestated it) {
          model.loans.get(it.loan()).corrections.put(it.entry().id(), it.effectiveDate());
        }
      }
      events.stream()
          .filter(LoanEvent.class::isInstance)
          .map(event -> ((LoanEvent) event).loan())
          .distinct()
          .forEach(id -> requireAgreement(id, model.loans.get(id)));
      return events;
    }

    private void requireAgreement(LoanId id, ModelLoan expected) {
      LoanState state = states.get(id);
      LoanBalance balance = state.balance();
      Map<Part, Long> known = new EnumMap<>(Part.class);
      known.put(Part.PENALTIES, balance.penaltiesMinor());
      known.put(Part.FEES, balance.feesMinor());
      known.put(Part.INTEREST, balance.interestMinor());
      known.put(Part.PRINCIPAL, balance.principalMinor());
      known.put(Part.UNAPPLIED, balance.suspenseMinor());
      assertThat(known).as("balances of the loan").isEqualTo(expected.book.sums());
      assertThat(known.values()).allMatch(minor -> minor >= 0);
      for (Part part : Part.values()) {
        assertThat(auditor.balance(id, part))
            .as("%s in the books", part)
            .isEqualTo(known.get(part));
      }
      Map<UUID, Map<Part, Long>> effects = expected.book.effects();
      Map<UUID, Map<Part, Long>> booked = new HashMap<>();
      effects.keySet().forEach(entry -> booked.put(entry, booked(entry)));
      assertThat(booked).as("what the entries come to").isEqualTo(effects);
      assertThat(state.isClosed()).as("closed").isEqualTo(expected.closed);
    }

    /** What an entry comes to; a payment also by the split that it or its restatement names. */
    private Map<Part, Long> booked(UUID entry) {
      Map<Part, Long> parts = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        parts.put(part, auditor.net(entry, part));
      }
      parts.values().removeIf(minor -> minor == 0);
      Allocation split = auditor.payments().get(entry);
      if (split != null) {
        Map<Part, Long> named = new EnumMap<>(Part.class);
        parts.forEach((part, minor) -> named.put(part, Math.abs(minor)));
        assertThat(Part.of(split)).as("how the payment is split").isEqualTo(named);
      }
      return parts;
    }

    /** All balances, and how all payments are split. */
    private Map<Object, Object> books() {
      Map<Object, Object> books = new HashMap<>(auditor.payments());
      for (LoanId loan : model.loans.keySet()) {
        for (Part part : Part.values()) {
          books.put(List.of(loan, part), auditor.balance(loan, part));
        }
      }
      return books;
    }
  }

  private static Map<Integer, RefusalCode> codes(Refused refused) {
    Map<Integer, RefusalCode> codes = new TreeMap<>();
    codes.put(-1, refused.code());
    refused.items().forEach(item -> codes.put(item.index(), item.code()));
    return codes;
  }
}
