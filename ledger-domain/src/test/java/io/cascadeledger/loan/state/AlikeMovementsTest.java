package io.cascadeledger.loan.state;

import static io.cascadeledger.given.Sample.entryId;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AlikeMovementsTest {

  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final LocalDate LATER = LocalDate.of(2026, 4, 1);

  private static Movement movement(LoanState state, String name) {
    return state.entry(entryId(name)).orElseThrow();
  }

  @Test
  void movements_that_book_the_same_have_it_in_memory_once() {
    LoanState state =
        LoanFacts.state(
            FACTS.opened(),
            FACTS.disbursed("payout", 1_000),
            FACTS.paid("first", 0, 0, 10, 0),
            FACTS.paid("second", 0, 0, 10, 0),
            FACTS.on(LATER).paid("third", 0, 0, 10, 0));

    Movement first = movement(state, "first");
    Movement third = movement(state, "third");
    assertThat(movement(state, "second").lines()).isSameAs(first.lines());
    assertThat(third.lines()).isSameAs(first.lines());
    assertThat(third.allocation()).isSameAs(first.allocation());
    assertThat(third.effectiveDate()).isEqualTo(LATER);
    assertThat(third)
        .isEqualTo(Movement.of(FACTS.on(LATER).paid("third", 0, 0, 10, 0), third.sequence()));
    assertThat(state.eventsSaved()).isEqualTo(1);
  }

  @Test
  void movements_that_book_something_else_stay_as_they_are() {
    LoanState state =
        LoanFacts.state(
            FACTS.opened(),
            FACTS.disbursed("payout", 1_000),
            FACTS.feeAssessed("fee", 10),
            FACTS.paid("first", 10, 0, 0, 0),
            FACTS.paid("second", 0, 0, 10, 0),
            FACTS.paid("third", 0, 0, 11, 0));

    assertThat(state.eventsSaved()).isZero();
    assertThat(movement(state, "second"))
        .isEqualTo(Movement.of(FACTS.paid("second", 0, 0, 10, 0), 3));
    assertThat(state.balance().principalMinor()).isEqualTo(979);
  }

  @Test
  void what_becomes_of_one_does_not_become_of_those_alike() {
    LoanState state =
        LoanFacts.state(
            FACTS.opened(),
            FACTS.disbursed("payout", 1_000),
            FACTS.paid("first", 0, 0, 10, 0),
            FACTS.paid("second", 0, 0, 10, 0),
            FACTS.reversed("first", FACTS.credit("1000", 10), FACTS.debit("1100", 10)));

    assertThat(movement(state, "first").isReversed()).isTrue();
    assertThat(movement(state, "second").isReversed()).isFalse();
    assertThat(state.balance().principalMinor()).isEqualTo(990);
  }
}
