package io.cascadeledger.loan.state;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.Sample;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A movement is remembered in less room than it came in, and nobody can tell. */
class MovementLogTest {

  private static final LoanFacts FACTS = LoanFacts.inUsd();

  private final MovementLog log = new MovementLog();

  @Test
  void movements_read_as_they_came() {
    List<Movement> given = new ArrayList<>();
    for (LoanMovement event :
        List.of(
            FACTS.disbursed("principal", 1_000),
            FACTS.accrued("interest", 30),
            FACTS.feeAssessed("fee", 50),
            FACTS.paid("of three parts", 50, 30, 20, 0),
            FACTS.paid("of other amounts", 5, 3, 2, 0),
            FACTS.paid("of one part", 0, 0, 20, 0),
            FACTS.paid("of equal parts", 0, 7, 7, 0),
            FACTS.paid("of all parts", 4, 3, 2, 1),
            FACTS.reversed("fee", FACTS.credit("1300", 50), FACTS.debit("4200", 50)))) {
      given.add(Movement.of(event, given.size()));
    }
    given.add(arrangement(given.size()));
    given.add(booksNothing(given.size()));

    log.addAll(given);

    assertThat(log).isEqualTo(given);
    for (int place = 0; place < given.size(); place++) {
      Movement was = given.get(place);
      Movement is = log.get(place);
      assertThat(is.amountMinor()).isEqualTo(was.amountMinor());
      assertThat(is.lines()).isEqualTo(was.lines());
      assertThat(is.allocation()).isEqualTo(was.allocation());
      assertThat(is.books()).isEqualTo(was.books());
      assertThat(is).hasSameHashCodeAs(was);
      if (was.books()) {
        assertThat(is.change()).isEqualTo(LoanBalance.ZERO.plus(was.lines()));
      }
    }
  }

  private static Movement arrangement(long sequence) {
    return new Movement(
        id("pause"),
        id("pause"),
        EntryType.TERMS_CHANGE,
        TODAY,
        sequence,
        Instruction.PLAIN,
        null,
        Figures.of(0, null, null),
        null);
  }

  private static Movement booksNothing(long sequence) {
    return Movement.of(FACTS.paid("later undone", 0, 0, 9, 0), sequence)
        .with(null, new Allocation(0, 0, 0, 0));
  }

  @Test
  void movements_that_differ_by_a_cent_an_account_or_a_currency_are_not_equal() {
    Movement payment = Movement.of(FACTS.paid("payment", 0, 30, 20, 0), 0);
    log.add(payment);

    assertThat(log.getFirst())
        .isEqualTo(payment)
        .isNotEqualTo(Movement.of(FACTS.paid("payment", 0, 31, 19, 0), 0))
        .isNotEqualTo(Movement.of(FACTS.paid("payment", 30, 0, 20, 0), 0))
        .isNotEqualTo(
            Movement.of(
                LoanFacts.in(Sample.LOAN, Currency.getInstance("EUR"))
                    .paid("payment", 0, 30, 20, 0),
                0))
        .isNotEqualTo(payment.with(payment.lines(), null))
        .isNotEqualTo(payment.with(payment.lines(), new Allocation(0, 20, 30, 0)))
        .isNotEqualTo(payment.with(null, payment.allocation()));
    assertThat(payment).isEqualTo(log.getFirst());
  }

  @Test
  void two_loans_remember_equal_movements() {
    MovementLog other = new MovementLog();
    other.add(Movement.of(FACTS.paid("another", 0, 7, 7, 0), 0));
    log.add(Movement.of(FACTS.paid("payment", 0, 7, 7, 0), 1));
    other.add(Movement.of(FACTS.paid("payment", 0, 7, 7, 0), 1));

    assertThat(log.getLast()).isEqualTo(other.getLast());
  }

  @Test
  void what_movements_have_in_common_is_kept_once() {
    Movement first = Movement.of(FACTS.paid("first", 0, 30, 20, 0), 0);
    Movement second = Movement.of(FACTS.paid("second", 0, 3, 2, 0), 1);
    log.add(first);
    log.add(
        new Movement(
            second.id(),
            second.entryId(),
            second.type(),
            LocalDate.parse(TODAY.toString()),
            1,
            new Instruction(PaymentKind.REGULAR, null, null),
            null,
            second.figures(),
            null));

    assertThat(log.getLast()).isEqualTo(second);
    assertThat(log.getLast().effectiveDate()).isSameAs(first.effectiveDate());
    assertThat(log.getLast().instruction()).isSameAs(Instruction.REGULAR);
    assertThat(log.getLast().figures()).isInstanceOf(PackedFigures.class);
  }

  @Test
  void movements_of_ever_new_forms_are_remembered_too() {
    List<Movement> given = new ArrayList<>();
    for (int account = 5_000; account < 5_100; account++) {
      Lines lines =
          FACTS
              .entry(
                  "any",
                  EntryType.PAYMENT_RECEIVED,
                  FACTS.debit(Integer.toString(account), 8),
                  FACTS.credit("1100", 8))
              .lines();
      given.add(
          Movement.of(FACTS.paid("payment " + account, 0, 0, 8, 0), given.size())
              .with(lines, new Allocation(0, 0, 8, 0)));
    }

    log.addAll(given);

    assertThat(log).isEqualTo(given);
    assertThat(log)
        .extracting(Movement::lines)
        .isEqualTo(given.stream().map(Movement::lines).toList());
  }

  @Test
  void an_entry_is_found_however_many_come_after_it() {
    for (int i = 0; i < 1_000; i++) {
      log.add(Movement.of(FACTS.feeAssessed("fee " + i, 50 + i), i));
      assertThat(log.find(entryId("fee " + i / 2))).contains(log.get(i / 2));
    }
    assertThat(log.find(entryId("no fee"))).isEmpty();
  }

  @Test
  void entries_are_told_apart_by_all_of_their_identity() {
    List<UUID> alike = new ArrayList<>();
    for (long i = 0; i < 50; i++) {
      alike.add(new UUID(i, i)); // whose hash codes are all zero
      Movement fee = Movement.of(FACTS.feeAssessed("fee " + i, 50 + i), i);
      log.add(
          new Movement(
              fee.id(),
              alike.getLast(),
              fee.type(),
              fee.effectiveDate(),
              i,
              null,
              null,
              fee.figures(),
              null));
    }

    assertThat(alike)
        .allSatisfy(it -> assertThat(log.find(it)).map(Movement::entryId).contains(it));
  }

  @Test
  void a_movement_that_changes_keeps_its_place() {
    log.add(Movement.of(FACTS.paid("first", 0, 30, 20, 0), 0));
    log.add(Movement.of(FACTS.paid("second", 0, 3, 2, 0), 1));

    assertThat(log.change(entryId("first"), it -> it.reversedBy(id("reversal"))))
        .hasValueSatisfying(it -> assertThat(it.isReversed()).isTrue());

    assertThat(log.getFirst().reversedBy()).isEqualTo(id("reversal"));
    assertThat(log.getFirst().allocation()).isEqualTo(new Allocation(0, 30, 20, 0));
    assertThat(log.change(entryId("third"), it -> it.reversedBy(id("reversal")))).isEmpty();
    assertThat(log).hasSize(2);
  }

  @Test
  void what_becomes_of_a_copy_leaves_the_original_alone() {
    log.add(Movement.of(FACTS.paid("payment", 0, 30, 20, 0), 0));
    MovementLog copy = log.copy();

    copy.change(entryId("payment"), it -> it.reversedBy(id("reversal")));
    copy.add(Movement.of(FACTS.disbursed("principal", 1_000), 1));

    assertThat(log).containsExactly(Movement.of(FACTS.paid("payment", 0, 30, 20, 0), 0));
    assertThat(log.find(entryId("principal"))).isEmpty();
  }
}
