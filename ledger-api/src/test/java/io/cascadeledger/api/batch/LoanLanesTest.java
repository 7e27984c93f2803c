package io.cascadeledger.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.payment.PostPayment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoanLanesTest {

  private final FakeTime time = new FakeTime();
  private final List<Integer> begun = new ArrayList<>();
  private final LoanId loan = new LoanId("lender", UUID.randomUUID());
  private final LoanId other = new LoanId("lender", UUID.randomUUID());

  /** Time that passes when it is told to. */
  private static final class FakeTime implements LoanLanes.Pauses {
    private final NavigableMap<Long, Runnable> actions = new TreeMap<>();
    private long now;

    @Override
    public void after(int millis, Runnable action) {
      actions.put(now + millis, action);
    }

    void advanceTimeBy(Duration duration) {
      now += duration.toMillis();
      while (!actions.isEmpty() && actions.firstKey() <= now) {
        actions.pollFirstEntry().getValue().run();
      }
    }
  }

  private LoanLanes lanes(int together) {
    return new LoanLanes(together, line -> begun.add(line.number()), time);
  }

  private static PaymentLine line(int number, LoanId loan) {
    PostPayment payment =
        new PostPayment(loan, null, null, null, null, null, null, null, null, null, null, null);
    return new PaymentLine(number, "key:" + number, null, payment, 0);
  }

  @Test
  void the_payments_of_a_loan_go_one_after_another_and_those_of_others_beside_them() {
    LoanLanes lanes = lanes(1);
    PaymentLine first = line(1, loan);

    lanes.add(first);
    lanes.add(line(2, loan));
    lanes.add(line(3, other));
    assertThat(begun).containsExactly(1, 3);

    lanes.ended(first);
    assertThat(begun).containsExactly(1, 3, 2);
  }

  @Test
  void what_must_be_tried_again_comes_before_what_came_after_it() {
    LoanLanes lanes = lanes(3);
    List<PaymentLine> lines = IntStream.rangeClosed(1, 5).mapToObj(i -> line(i, loan)).toList();
    lines.forEach(lanes::add);
    assertThat(begun).containsExactly(1, 2, 3);

    lanes.again(lines.get(2));
    lanes.again(lines.get(0));
    time.advanceTimeBy(Duration.ofSeconds(5));
    assertThat(begun).as("while another is on its way").containsExactly(1, 2, 3);
    lanes.ended(lines.get(1));
    assertThat(begun).as("before the pause").containsExactly(1, 2, 3);

    time.advanceTimeBy(Duration.ofMillis(20));
    assertThat(begun).containsExactly(1, 2, 3, 1, 3, 4);
  }

  @Test
  void pauses_become_longer_up_to_a_second() {
    LoanLanes lanes = lanes(1);
    PaymentLine line = line(1, loan);
    lanes.add(line);
    for (int i = 0; i < 10; i++) {
      lanes.again(line);
      time.advanceTimeBy(Duration.ofMillis(Math.min(20L << i, 1_000) - 1));
      assertThat(begun).hasSize(i + 1);
      time.advanceTimeBy(Duration.ofMillis(1));
      assertThat(begun).hasSize(i + 2);
    }
  }

  @Test
  void after_the_stop_nothing_is_begun_and_what_waits_is_given_up() {
    LoanLanes lanes = lanes(1);
    List<PaymentLine> lines = IntStream.rangeClosed(1, 3).mapToObj(i -> line(i, loan)).toList();
    lanes.add(lines.get(0));
    lanes.add(lines.get(1));

    lanes.stop();
    lanes.ended(lines.get(0));
    lanes.add(lines.get(2));

    assertThat(begun).containsExactly(1);
    assertThat(lines.get(1).isDone()).isTrue();
    assertThat(lines.get(2).isDone()).isTrue();
  }

  @Test
  void payments_that_end_within_the_call_do_not_pile_up() {
    LoanLanes[] lanes = new LoanLanes[1];
    Consumer<PaymentLine> atOnce =
        line -> {
          begun.add(line.number());
          lanes[0].ended(line);
        };
    PaymentLine[] first = new PaymentLine[1];
    lanes[0] =
        new LoanLanes(
            1,
            line -> {
              if (line.number() == 1) {
                first[0] = line;
              } else {
                atOnce.accept(line);
              }
            },
            time);
    IntStream.rangeClosed(1, 20_000).forEach(i -> lanes[0].add(line(i, loan)));

    lanes[0].ended(first[0]);

    assertThat(begun).hasSize(19_999).isSorted();
  }
}
