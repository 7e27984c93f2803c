package io.cascadeledger.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.workload.ModelLoan.Part;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random commands on several loans, held against a model and against an audit of the events. Every
 * run has its seed; {@code -Dledger.workload.seed=n} repeats one run, or tries another.
 */
final class RandomWorkloadTest {
  private static final Long ONLY_SEED = Long.getLong("ledger.workload.seed");
  private static final int RUNS = 200;
  private static final int STEPS = 200;

  /** What the workload cannot bring about; each of them has its cases elsewhere. */
  private static final Set<RefusalCode> OUT_OF_REACH =
      EnumSet.of(
          RefusalCode.BATCH_TOO_LARGE,
          RefusalCode.BALANCE_TOO_LARGE,
          RefusalCode.LOAN_ALREADY_EXISTS);

  private final Set<RefusalCode> answered = EnumSet.noneOf(RefusalCode.class);

  @Test
  void the_ledger_agrees_with_the_model_and_the_audit_after_every_command() {
    if (ONLY_SEED != null) {
      new Run(ONLY_SEED).toTheEnd();
      return;
    }
    LongStream.rangeClosed(1, RUNS).forEach(seed -> new Run(seed).toTheEnd());
    assertThat(answered).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OUT_OF_REACH)));
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
      Map<LoanId, Map<Part, BigInteger>> before = balances();
      List<LedgerEvent> events = send(command);
      if (events.isEmpty()) {
        assertThat(balances()).as("a refused command changes nothing").isEqualTo(before);
      }
      if (events.size() == 1
          && events.getFirst() instanceof LoanMovement movement
          && movement.entry().type() != EntryType.REVERSAL
          && random.nextInt(8) == 0) {
        assertThat(send(commands.reverse(movement.loan(), movement.entry().id()))).hasSize(1);
        assertThat(balances()).as("a reversal restores").isEqualTo(before);
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
          requireAgreement(ofLoan.loan(), model.loans.get(ofLoan.loan()));
        }
      }
      return events;
    }

    private void requireAgreement(LoanId id, ModelLoan expected) {
      LoanState state = states.get(id);
      LoanBalance balance = state.balance();
      Map<Part, Long> known =
          Map.of(
              Part.FEES, balance.feesMinor(),
              Part.INTEREST, balance.interestMinor(),
              Part.PRINCIPAL, balance.principalMinor(),
              Part.UNAPPLIED, balance.suspenseMinor());
      known.forEach(
          (part, minor) -> {
            BigInteger sum = expected.sum(part);
            assertThat(sum.signum()).isNotNegative();
            assertThat(BigInteger.valueOf(minor)).as("%s of the loan", part).isEqualTo(sum);
            assertThat(auditor.balance(id, part)).as("%s in the books", part).isEqualTo(sum);
          });
      assertThat(state.isClosed()).as("closed").isEqualTo(expected.closed);
    }

    private Map<LoanId, Map<Part, BigInteger>> balances() {
      Map<LoanId, Map<Part, BigInteger>> balances = new HashMap<>();
      for (LoanId loan : model.loans.keySet()) {
        Map<Part, BigInteger> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
          parts.put(part, auditor.balance(loan, part));
        }
        balances.put(loan, parts);
      }
      return balances;
    }
  }

  private static Map<Integer, RefusalCode> codes(Refused refused) {
    Map<Integer, RefusalCode> codes = new TreeMap<>();
    codes.put(-1, refused.code());
    refused.items().forEach(item -> codes.put(item.index(), item.code()));
    return codes;
  }
}
