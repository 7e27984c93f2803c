package io.cascadeledger.eventstore;

import static io.cascadeledger.eventstore.TestPeriods.FIRST;
import static io.cascadeledger.eventstore.TestPeriods.day;
import static io.cascadeledger.eventstore.TestPeriods.isStored;
import static io.cascadeledger.eventstore.TestPeriods.open;
import static io.cascadeledger.eventstore.TestPeriods.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes that post at random while periods are closed and opened again. */
@Timeout(60)
class RandomClosingsTest {

  private static final int DAYS = 58;

  private final TestDatabase server = TestDatabase.create();
  private final TestLedger here = new TestLedger(server.dataSource());
  private final TestLedger there = new TestLedger(server.dataSource());
  private final TestPeriods periods = new TestPeriods(server);

  @AfterEach
  void close() {
    here.close();
    there.close();
    server.drop();
  }

  @ParameterizedTest
  @EnumSource
  void random_postings_and_closings_on_two_nodes_leave_nothing_in_a_closed_period(LatePostings late)
      throws Exception {
    settle(here, late);
    List<Future<int[]>> posting = new ArrayList<>();
    int[] seen = new int[2];
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        TestLedger ledger = i % 2 == 0 ? here : there;
        Random random = new Random(i);
        posting.add(threads.submit(() -> post(ledger, random)));
      }
      Random random = new Random(99);
      for (int i = 0; i < 60; i++) {
        boolean reopens = periods.closed.size() > 1 && random.nextInt(3) == 0;
        LocalDate last = periods.closed.isEmpty() ? FIRST.minusDays(1) : periods.closed.getLast();
        if (reopens || !last.isBefore(day(DAYS - 6))) {
          periods.change(random.nextBoolean() ? here : there, periods.reopening()).join();
        } else {
          LocalDate lastDay = last.plusDays(1 + random.nextInt(5));
          periods.change(random.nextBoolean() ? here : there, periods.closing(lastDay)).join();
        }
        Thread.sleep(10);
      }
      for (Future<int[]> thread : posting) {
        seen[0] += thread.get()[0];
        seen[1] += thread.get()[1];
      }
    }

    periods.assertNothingSlippedIn();
    long moved =
        periods.events().stream()
            .filter(it -> !it.bookedOn().equals(it.event().effectiveDate()))
            .count();
    assertThat(seen[0]).isPositive();
    if (late == LatePostings.REFUSED) {
      assertThat(seen[1]).isPositive();
      assertThat(moved).isZero();
    } else {
      assertThat(seen[1]).isZero();
      assertThat(moved).isPositive();
    }
  }

  /** Posts payments of any day; how many were stored, and how many refused. */
  private static int[] post(TestLedger ledger, Random random) {
    int[] outcomes = new int[2];
    LoanId loan = open(ledger);
    for (int i = 0; i < 40; i++) {
      LocalDate day = day(random.nextInt(DAYS));
      outcomes[isStored(ledger, loan, day) ? 0 : 1]++;
    }
    return outcomes;
  }
}
