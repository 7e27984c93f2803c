package io.cascadeledger.workload;

import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.view.InstalmentView;
import io.cascadeledger.loan.view.PayoffQuote;
import io.cascadeledger.loan.view.ScheduleView;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Loans of random terms that the ledger services, with movements whose effective dates are in any
 * order while days end one after the other. In the end they are as if everything had been posted in
 * the order of effective dates, each day ended after it.
 */
final class ServicedWorkloadTest {
  private static final Long ONLY_SEED = Long.getLong("ledger.workload.seed");
  private static final int RUNS = 120;

  private int restated;
  private int compared;
  private int charged;

  @Test
  void any_order_of_arrival_ends_as_the_order_of_effective_dates() {
    if (ONLY_SEED != null) {
      run(ONLY_SEED);
      return;
    }
    LongStream.rangeClosed(1, RUNS).forEach(this::run);
    assertThat(restated).as("restatements in all").isGreaterThan(RUNS);
    assertThat(charged).as("charges in all").isGreaterThan(RUNS * 3);
    assertThat(compared).as("runs that could be posted in order").isGreaterThan(RUNS * 2 / 3);
  }

  private void run(long seed) {
    ServicedFacts facts = new ServicedFacts(new Random(seed));
    ServicedLoan loan = ServicedLoan.opened(ServicedFacts.OPENED, facts.terms());
    String last = "opening";
    try {
      while (facts.hasNext()) {
        Object command = facts.next(loan.state());
        last = command.toString();
        facts.answered(command, loan.asked(command).isEmpty());
        requireSound(loan);
      }
      last = "ending the last day";
      if (loan.asked(dayEnd(facts.today())).isPresent()) {
        return; // a charge that was found late would take what has been paid out again
      }
      requireSound(loan);
      requireCharged(loan, facts.today());
      last = "posting in order";
      requireAsInOrder(loan, facts);
      last = "settling";
      requireSettled(loan);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dledger.workload.seed=%d, %s, %s".formatted(seed, facts.terms(), last), e);
    }
    restated += loan.events(EntryRestated.class).size();
  }

  private static void requireSound(ServicedLoan loan) {
    LoanBalance balance = loan.balance();
    assertThat(balance.smallestMinor()).isNotNegative();
    assertThat(books(loan)).isEqualTo(balance);
    List<InstalmentView> schedule = ScheduleView.of(loan.state());
    if (!schedule.isEmpty()) {
      assertThat(outstanding(schedule, Component.PRINCIPAL)).isEqualTo(balance.principalMinor());
      assertThat(outstanding(schedule, Component.FEES)).isGreaterThanOrEqualTo(balance.feesMinor());
      assertThat(outstanding(schedule, Component.PENALTIES))
          .isGreaterThanOrEqualTo(balance.penaltiesMinor());
      assertThat(outstanding(schedule, Component.INTEREST))
          .isGreaterThanOrEqualTo(balance.interestMinor());
    }
  }

  private static long outstanding(List<InstalmentView> schedule, Component component) {
    return schedule.stream().mapToLong(row -> row.outstanding().minor(component)).sum();
  }

  private static LoanBalance books(ServicedLoan loan) {
    return new LoanBalance(
        loan.booked("1400"),
        loan.booked("1300"),
        loan.booked("1200"),
        loan.booked("1100"),
        -loan.booked("2100"));
  }

  /** What the loan was charged by itself is what an independent look at each day finds. */
  private void requireCharged(ServicedLoan loan, LocalDate today) {
    List<String> booked =
        loan.charges().stream().map(it -> it.substring(0, it.indexOf(" due"))).sorted().toList();
    assertThat(booked).isEqualTo(ModelCharges.of(loan, ServicedFacts.OPENED, today));
    charged += booked.size();
  }

  private void requireAsInOrder(ServicedLoan loan, ServicedFacts facts) {
    ServicedLoan inOrder = ServicedLoan.opened(ServicedFacts.OPENED, facts.terms());
    SortedSet<LocalDate> days = dayEnds(loan);
    for (Object command : facts.inOrder(days)) {
      if (inOrder.asked(command).isPresent()) {
        return; // what was allowed when it arrived would not have been in order
      }
    }
    if (inOrder.asked(dayEnd(facts.today())).isPresent()) {
      return;
    }
    if (!days.containsAll(dayEnds(inOrder))) {
      return; // a day brought nothing when it ended, and left no trace, but would have in order
    }
    compared++;
    assertThat(splits(loan)).isEqualTo(splits(inOrder));
    assertThat(loan.balance()).isEqualTo(inOrder.balance());
    assertThat(loan.booked("4100")).as("interest").isEqualTo(inOrder.booked("4100"));
    assertThat(loan.charges()).isEqualTo(inOrder.charges());
    assertThat(loan.schedule()).isEqualTo(inOrder.schedule());
  }

  private static SortedSet<LocalDate> dayEnds(ServicedLoan loan) {
    SortedSet<LocalDate> days = new TreeSet<>();
    loan.events(InterestEarned.class).forEach(earned -> days.add(earned.effectiveDate()));
    return days;
  }

  private static Map<UUID, Object> splits(ServicedLoan loan) {
    Map<UUID, Object> splits = new LinkedHashMap<>();
    List<PaymentPosted> payments = new ArrayList<>(loan.events(PaymentPosted.class));
    payments.sort((a, b) -> a.entry().id().compareTo(b.entry().id()));
    for (LoanMovement payment : payments) {
      loan.state()
          .entry(payment.entry().id())
          .filter(it -> !it.isReversed())
          .ifPresent(it -> splits.put(it.entryId(), it.allocation()));
    }
    return splits;
  }

  /** The loan's quote for a day, paid on that day, leaves nothing. */
  private static void requireSettled(ServicedLoan loan) {
    LocalDate day = Sample.TODAY;
    if (loan.asked(dayEnd(day.minusDays(1))).isPresent()) {
      return;
    }
    PayoffQuote quote = PayoffQuote.of(loan.state(), day);
    boolean isGone = loan.state().standing().exit() != LoanExit.NONE;
    if (isGone || quote.totalMinor() <= 0 || quote.suspenseMinor() > 0) {
      return;
    }
    loan.told(ServicedLoan.more(day).pay("payoff", quote.totalMinor(), PaymentKind.PAYOFF));
    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
    loan.told(dayEnd(day));
    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
  }
}
