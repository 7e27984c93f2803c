package io.cascadeledger.loan.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.waterfall.Allocation;
import org.junit.jupiter.api.Test;

/** Of the figures of a movement only those are kept that no other says. */
class FigureFormTest {

  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final FigureForm OF_TWO_PARTS = form(FACTS.paid("payment", 0, 30, 20, 0));

  private static PlainFigures figures(LoanMovement event) {
    Movement movement = Movement.of(event, 0);
    return new PlainFigures(movement.amountMinor(), movement.lines(), movement.allocation());
  }

  private static FigureForm form(LoanMovement event) {
    return FigureForm.of(figures(event), figures(event).inOneRow());
  }

  private static long[] values(FigureForm form, PlainFigures figures) {
    return form.values(figures, figures.inOneRow());
  }

  @Test
  void a_payment_of_two_parts_keeps_its_amount_and_its_parts() {
    assertThat(values(OF_TWO_PARTS, figures(FACTS.paid("payment", 0, 3, 2, 0))))
        .containsExactly(5, 3, 2);
  }

  @Test
  void a_payment_of_one_part_keeps_its_amount() {
    LoanMovement payment = FACTS.paid("payment", 0, 0, 20, 0);

    assertThat(values(form(payment), figures(payment))).containsExactly(20);
  }

  @Test
  void figures_have_a_form_by_their_accounts_and_by_which_are_zero_or_equal() {
    PlainFigures payment = figures(FACTS.paid("payment", 0, 30, 20, 0));

    assertThat(values(OF_TWO_PARTS, figures(FACTS.paid("of other parts", 30, 0, 20, 0)))).isNull();
    assertThat(values(OF_TWO_PARTS, figures(FACTS.paid("of three parts", 9, 30, 20, 0)))).isNull();
    assertThat(values(OF_TWO_PARTS, figures(FACTS.disbursed("no payment", 50)))).isNull();
    assertThat(values(OF_TWO_PARTS, new PlainFigures(50, payment.lines(), null))).isNull();
    assertThat(values(OF_TWO_PARTS, new PlainFigures(49, payment.lines(), payment.allocation())))
        .as("an amount that is not that of the debit")
        .isNull();
    assertThat(
            values(
                OF_TWO_PARTS, new PlainFigures(50, payment.lines(), new Allocation(1, 29, 20, 0))))
        .as("a part where there was none")
        .isNull();
    assertThat(values(OF_TWO_PARTS, new PlainFigures(50, null, payment.allocation()))).isNull();
  }

  @Test
  void equal_parts_fit_where_others_differ_but_not_the_other_way_round() {
    LoanMovement ofEqualParts = FACTS.paid("payment", 0, 7, 7, 0);

    assertThat(values(OF_TWO_PARTS, figures(ofEqualParts))).containsExactly(14, 7, 7);
    assertThat(values(form(ofEqualParts), figures(FACTS.paid("payment", 0, 30, 20, 0)))).isNull();
  }
}
