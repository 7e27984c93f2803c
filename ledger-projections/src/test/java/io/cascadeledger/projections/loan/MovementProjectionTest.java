package io.cascadeledger.projections.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.Projections;
import io.cascadeledger.projections.Servicing;
import io.cascadeledger.projections.journal.JournalItem;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovementProjectionTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  private final Projections projections = Projections.start(100);
  private final Lender lender = new Lender("acme", projections.events());
  private final Servicing servicing = lender.servicing();
  private final LoanId loan = lender.open("USD", APRIL);

  @AfterEach
  void close() {
    projections.close();
  }

  private List<MovementView> movements() {
    projections.catchUp();
    return projections.movements().ofLoan("acme", loan.value(), 0, 100).block().items();
  }

  private LoanStatus status() {
    projections.catchUp();
    return projections.loans().loan("acme", loan.value()).block().status();
  }

  @Test
  void movements_are_listed_in_the_order_in_which_they_count_with_what_they_do_now() {
    lender.fee(loan, 500, APRIL);
    PaymentPosted late = lender.pay(loan, 600, JUNE);
    PaymentPosted found = lender.pay(loan, 450, MAY);

    assertThat(movements())
        .extracting(
            MovementView::type,
            MovementView::effectiveDate,
            MovementView::allocation,
            MovementView::restated)
        .containsExactly(
            tuple(EntryType.FEE_ASSESSED, APRIL, null, false),
            tuple(EntryType.PAYMENT_RECEIVED, MAY, new Allocation(450, 0, 0, 0), false),
            tuple(EntryType.PAYMENT_RECEIVED, JUNE, new Allocation(50, 0, 0, 550), true));
    MovementView payment = projections.movements().payment("acme", late.paymentId()).block();
    assertThat(payment.allocation()).isEqualTo(new Allocation(50, 0, 0, 550));
    JournalItem restatement = lastEntry();
    assertThat(payment.asPosted())
        .isEqualTo(
            new MovementView.AsPosted(
                600,
                new Allocation(500, 0, 0, 100),
                List.of(new MovementView.Restatement(restatement.entryId(), found.entry().id()))));
    assertThat(restatement.type()).isEqualTo(EntryType.RESTATEMENT);
    assertThat(restatement.restatesEntryId()).isEqualTo(late.entry().id());
    assertThat(restatement.causedByEntryId()).isEqualTo(found.entry().id());
  }

  private JournalItem lastEntry() {
    LoanMovement last = (LoanMovement) projections.events().events().getLast();
    return projections.journal().entry("acme", last.entry().id()).block();
  }

  @Test
  void of_several_restatements_in_one_chunk_the_last_holds() {
    projections.stop();
    lender.fee(loan, 500, APRIL);
    PaymentPosted last = lender.pay(loan, 600, JUNE);
    lender.pay(loan, 100, MAY);
    lender.pay(loan, 150, MAY);
    projections.readInOneChunk(new LoanProjection(projections.jdbc()));

    assertThat(projections.movements().payment("acme", last.paymentId()).block().allocation())
        .isEqualTo(new Allocation(250, 0, 0, 350));
  }

  @Test
  void a_charge_off_shows_what_it_took_off_the_books_and_what_it_does_now() {
    lender.disburse(loan, 1_000, APRIL);
    LoanMovement chargeOff = servicing.chargeOff(loan, JUNE);
    PaymentPosted first = lender.pay(loan, 400, MAY);
    PaymentPosted second = lender.pay(loan, 50, MAY);

    MovementView shown = movements().getLast();

    assertThat(shown.entryId()).isEqualTo(chargeOff.entry().id());
    assertThat(shown.amountMinor()).isEqualTo(550);
    assertThat(shown.asPosted().amountMinor()).isEqualTo(1_000);
    assertThat(shown.asPosted().restatements())
        .extracting(MovementView.Restatement::causedById)
        .containsExactly(first.entry().id(), second.entry().id());
  }

  @Test
  void of_many_restatements_the_last_are_listed() {
    lender.fee(loan, 500, APRIL);
    PaymentPosted last = lender.pay(loan, 600, JUNE);
    for (int times = 0; times <= Limits.RESTATEMENTS_LISTED; times++) {
      lender.pay(loan, 1, MAY);
    }

    projections.catchUp();

    List<MovementView.Restatement> listed =
        projections.movements().payment("acme", last.paymentId()).block().asPosted().restatements();

    assertThat(listed).hasSize(Limits.RESTATEMENTS_LISTED);
    assertThat(listed.getLast().entryId()).isEqualTo(lastEntry().entryId());
  }

  @Test
  void every_kind_of_movement_is_listed_and_booked() {
    lender.disburse(loan, 10_000, APRIL);
    UUID penalty = servicing.penalty(loan, 300, APRIL).penaltyId();
    servicing.adjustCharge(loan, penalty, 50, APRIL);
    servicing.waive(loan, Component.PENALTIES, 100, APRIL);
    servicing.adjustPrincipal(loan, -150, APRIL);
    UUID payment = lender.pay(loan, 11_000, MAY).paymentId();
    servicing.chargeback(loan, payment, 2_000, MAY);
    servicing.applySuspense(loan, 500, MAY);
    servicing.refund(loan, 100, MAY);
    servicing.chargeOff(loan, JUNE);
    servicing.recover(loan, 70, JUNE);

    assertThat(movements())
        .extracting(MovementView::type, MovementView::amountMinor, MovementView::dueDate)
        .containsExactly(
            tuple(EntryType.DISBURSEMENT, 10_000L, null),
            tuple(EntryType.PENALTY_ASSESSED, 300L, APRIL.plusDays(14)),
            tuple(EntryType.WAIVER, 50L, null),
            tuple(EntryType.WAIVER, 100L, null),
            tuple(EntryType.ADJUSTMENT, -150L, null),
            tuple(EntryType.PAYMENT_RECEIVED, 11_000L, null),
            tuple(EntryType.CHARGEBACK, 2_000L, null),
            tuple(EntryType.SUSPENSE_APPLIED, 500L, null),
            tuple(EntryType.CREDIT_REFUNDED, 100L, null),
            tuple(EntryType.CHARGE_OFF, 1_500L, null),
            tuple(EntryType.RECOVERY, 70L, null));
    assertThat(projections.balances().loan("acme", loan.value(), JUNE).block().balance())
        .isEqualTo(lender.state(loan).balance());
    assertThat(projections.balances().loan("acme", loan.value(), APRIL).block().balance())
        .satisfies(balance -> assertThat(balance.penaltiesMinor()).isEqualTo(150));
  }

  @Test
  void a_list_is_read_page_by_page() {
    for (int day = 0; day < 5; day++) {
      lender.fee(loan, 100 + day, APRIL.plusDays(5 - day));
    }
    projections.catchUp();

    List<Long> amounts = new ArrayList<>();
    Long after = 0L;
    while (after != null) {
      Page<MovementView> page =
          projections.movements().ofLoan("acme", loan.value(), after, 2).block();
      page.items().forEach(item -> amounts.add(item.amountMinor()));
      after = page.next();
    }

    assertThat(amounts).containsExactly(104L, 103L, 102L, 101L, 100L);
    assertThat(projections.movements().ofLoan("acme", UUID.randomUUID(), 0, 2).blockOptional())
        .isEmpty();
  }

  @Test
  void a_loan_has_the_status_that_its_exit_gives_it_until_that_is_reversed() {
    lender.disburse(loan, 1_000, APRIL);
    UUID chargeOff = servicing.chargeOff(loan, MAY).entry().id();
    assertThat(status()).isEqualTo(LoanStatus.CHARGED_OFF);
    EntryReversed reversal = lender.reverse(loan, chargeOff, JUNE);
    assertThat(status()).isEqualTo(LoanStatus.OPEN);
    UUID writeOff = servicing.writeOff(loan, JUNE).entry().id();
    assertThat(status()).isEqualTo(LoanStatus.WRITTEN_OFF);
    lender.reverse(loan, writeOff, JUNE);
    servicing.sell(loan, 800, JUNE);
    assertThat(status()).isEqualTo(LoanStatus.SOLD);
    lender.close(loan, JUNE);
    assertThat(status()).isEqualTo(LoanStatus.CLOSED);
    assertThat(movements())
        .filteredOn(it -> it.type() == EntryType.CHARGE_OFF)
        .singleElement()
        .satisfies(it -> assertThat(it.reversedByEntryId()).isEqualTo(reversal.entry().id()));
  }

  @Test
  void a_loan_that_was_paid_before_it_was_charged_off_is_open_as_it_turns_out() {
    lender.disburse(loan, 1_000, APRIL);
    servicing.chargeOff(loan, JUNE);
    lender.pay(loan, 400, MAY);
    assertThat(status()).isEqualTo(LoanStatus.CHARGED_OFF);

    lender.pay(loan, 600, MAY);

    assertThat(status()).isEqualTo(LoanStatus.OPEN);
  }
}
