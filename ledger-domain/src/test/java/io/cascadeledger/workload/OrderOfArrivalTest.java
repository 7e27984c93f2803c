package io.cascadeledger.workload;

import static io.cascadeledger.given.AgreedCharges.flatOn;
import static io.cascadeledger.given.AgreedCharges.penalty;
import static io.cascadeledger.given.AgreedCharges.percent;
import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The same movements, each on a day of its own, arriving in the order of their dates and in any
 * other. A movement that is refused because another has not arrived yet is tried again later.
 */
final class OrderOfArrivalTest {
  private static final Long ONLY_SEED = Long.getLong("ledger.workload.seed");
  private static final int RUNS = 200;
  private static final int DAYS = 30;
  private static final CloseLoanDay END = ServicedLoan.dayEnd(OPENED.plusDays(DAYS + 1));

  private int restated;
  private int complete;

  @Test
  void any_order_of_arrival_ends_as_the_order_of_effective_dates() {
    if (ONLY_SEED != null) {
      run(ONLY_SEED);
      return;
    }
    LongStream.rangeClosed(1, RUNS).forEach(this::run);
    assertThat(restated).as("restatements in all").isGreaterThan(RUNS);
    assertThat(complete).as("runs in which everything arrived").isGreaterThan(RUNS * 9 / 10);
  }

  private void run(long seed) {
    Random random = new Random(seed);
    InMemoryLedger inOrder = new InMemoryLedger().accept(opening(seed));
    List<Object> accepted = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      Object command = draw(random, day);
      if (inOrder.send(command).isEmpty()) {
        accepted.add(command);
      }
    }
    InMemoryLedger shuffled = new InMemoryLedger().accept(opening(seed));
    Collections.shuffle(accepted, random);
    boolean ends = inOrder.send(END).isEmpty();
    if (arrive(shuffled, accepted) && shuffled.send(END).isEmpty() == ends) {
      complete++;
      assertThat(shuffled.state(LOAN).balance())
          .as("-Dledger.workload.seed=%d", seed)
          .isEqualTo(inOrder.state(LOAN).balance());
      assertThat(books(shuffled)).as("-Dledger.workload.seed=%d", seed).isEqualTo(books(inOrder));
    }
    for (LedgerEvent event : shuffled.events()) {
      restated += event instanceof EntryRestated ? 1 : 0;
    }
  }

  /** Half of the loans are serviced: charged with disbursements, with instalments and when late. */
  private static Object opening(long seed) {
    if (seed % 2 == 0) {
      return LoanCommands.inUsd().open();
    }
    return LoanCommands.inUsd()
        .open(
            OPENED,
            Agreed.monthly()
                .every(RepaymentFrequency.WEEKLY, 30, OPENED.plusDays(4))
                .late(new LateCharge(Component.PENALTIES, 2, 40, new BigDecimal("7.5")))
                .charging(
                    percent(
                        "origination", "2", PercentOf.PRINCIPAL_DISBURSED, ChargeDue.DISBURSEMENT),
                    percent("service", "3", PercentOf.INSTALMENT, ChargeDue.INSTALMENT),
                    penalty(flatOn("check", 60, OPENED.plusDays(9))))
                .terms());
  }

  /** Whether everything is in the end accepted, however often it is tried. */
  private static boolean arrive(InMemoryLedger ledger, List<Object> commands) {
    Deque<Object> waiting = new ArrayDeque<>(commands);
    int refusedInARow = 0;
    while (!waiting.isEmpty() && refusedInARow < waiting.size()) {
      Object command = waiting.removeFirst();
      if (ledger.send(command).isEmpty()) {
        refusedInARow = 0;
      } else {
        refusedInARow++;
        waiting.addLast(command);
      }
    }
    return waiting.isEmpty();
  }

  /** What each entry comes to and how each payment is split, as the journal tells it. */
  private static Map<Object, Object> books(InMemoryLedger ledger) {
    Auditor auditor = new Auditor();
    auditor.read(ledger.events());
    Map<Object, Object> books = new HashMap<>(auditor.payments());
    for (UUID entry : auditor.movements()) {
      for (Part part : Part.values()) {
        long net = auditor.net(entry, part);
        if (net != 0) {
          books.put(List.of(entry, part), net);
        }
      }
    }
    return books;
  }

  private static Object draw(Random random, int day) {
    LocalDate date = OPENED.plusDays(day);
    LoanCommands commands = LoanCommands.inUsd().on(date);
    ServicingCommands more = new ServicingCommands(commands);
    String name = "day " + day;
    String other = "day " + random.nextInt(1, day + 1);
    long minor = random.nextLong(1, 400);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> commands.disburse(name, minor * 2);
      case 3, 4 -> commands.assessFee(name, minor);
      case 5 -> more.assessPenalty(name, minor);
      case 6, 7 -> commands.accrue(name, minor);
      case 8, 9, 10 -> commands.pay(name, minor * 3);
      case 11 -> more.pay(name, minor, PaymentKind.GOODWILL_CREDIT);
      case 12 -> more.pay(name, minor, new PaymentTarget.OneComponent(Component.PRINCIPAL));
      case 13 -> more.pay(name, minor, new PaymentTarget.OneCharge(id(other)));
      case 14 -> more.waive(name, minor / 4 + 1, new PaymentTarget.OneCharge(id(other)));
      case 15 ->
          more.waive(name, minor / 8 + 1, new PaymentTarget.OneComponent(Component.INTEREST));
      case 16 -> more.chargeBack(name, other, minor / 4 + 1);
      case 17 -> more.apply(name, minor / 8 + 1, null);
      case 18 -> more.refund(name, minor / 8 + 1);
      default ->
          day > DAYS / 2 ? more.chargeOff(name) : more.adjustCharge(name, other, minor / 4 + 1);
    };
  }
}
