package io.cascadeledger.claim;

import static io.cascadeledger.claim.value.PromiseStatus.BROKEN;
import static io.cascadeledger.claim.value.PromiseStatus.KEPT;
import static io.cascadeledger.claim.value.PromiseStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.claim.value.Promises;
import io.cascadeledger.claim.value.Promises.Made;
import io.cascadeledger.claim.value.Promises.Paid;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of promises. They are made on 1 March; the days are those of March. */
final class PromisesTest {
  private static final PromiseToPay FIRST = new PromiseToPay(100, day(10));
  private static final PromiseToPay SECOND = new PromiseToPay(50, day(20));
  private static final List<Made> BOTH = List.of(new Made(SECOND, day(1)), new Made(FIRST, day(1)));

  @Test
  void a_promise_is_open_until_its_day_has_passed() {
    assertThat(Promises.on(BOTH, List.of(), day(10)))
        .containsEntry(FIRST, OPEN)
        .containsEntry(SECOND, OPEN);
    assertThat(Promises.on(BOTH, List.of(), day(11)))
        .containsEntry(FIRST, BROKEN)
        .containsEntry(SECOND, OPEN);
  }

  @Test
  void payments_count_for_the_promise_that_falls_due_first() {
    List<Paid> paid = List.of(new Paid(day(9), 60), new Paid(day(10), 90));

    assertThat(Promises.on(BOTH, paid, day(9))).containsEntry(FIRST, OPEN);
    assertThat(Promises.on(BOTH, paid, day(10)))
        .containsEntry(FIRST, KEPT)
        .containsEntry(SECOND, KEPT);
  }

  @Test
  void a_late_payment_counts_for_the_promises_that_are_not_past_their_day() {
    assertThat(Promises.on(BOTH, List.of(new Paid(day(11), 100)), day(30)))
        .containsEntry(FIRST, BROKEN)
        .containsEntry(SECOND, KEPT);
  }

  @Test
  void what_was_paid_before_a_promise_was_made_does_not_keep_it() {
    List<Made> made = List.of(new Made(FIRST, day(5)));

    assertThat(Promises.on(made, List.of(new Paid(day(4), 100)), day(6)))
        .containsEntry(FIRST, OPEN);
  }

  @Test
  void money_that_was_reclaimed_is_missing_from_the_promise_that_falls_due_last() {
    List<Paid> paid = List.of(new Paid(day(8), 150), new Paid(day(12), -60));

    assertThat(Promises.on(BOTH, paid, day(30)))
        .containsEntry(FIRST, BROKEN)
        .containsEntry(SECOND, BROKEN);
    assertThat(Promises.on(BOTH, List.of(new Paid(day(8), 150), new Paid(day(12), -10)), day(30)))
        .containsEntry(FIRST, KEPT)
        .containsEntry(SECOND, BROKEN);
  }

  @Test
  void promises_are_answered_in_the_order_of_their_due_dates() {
    assertThat(Promises.on(BOTH, List.of(), day(2)).keySet()).containsExactly(FIRST, SECOND);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 3, day);
  }
}
