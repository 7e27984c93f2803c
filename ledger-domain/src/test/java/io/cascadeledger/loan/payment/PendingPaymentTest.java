package io.cascadeledger.loan.payment;

import static io.cascadeledger.given.PendingCommands.pending;
import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.GOODWILL;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.PendingCommands;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.Trial;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PendingPaymentTest {
  private static final LocalDate LAST_WEEK = TODAY.minusDays(7);

  private final LoanCommands loan = LoanCommands.inUsd();
  private final PendingCommands pending = PendingCommands.inUsd();
  private final InMemoryLedger ledger =
      new InMemoryLedger()
          .accept(loan.open(), loan.disburse("principal", 1_000), loan.assessFee("fee", 50));

  @Test
  void a_pending_payment_stands_in_a_layer_of_its_own_and_changes_nothing_of_the_loan() {
    LoanBalance before = state().balance();

    ledger.accept(pending.pend("ach", 300));

    PaymentPended pended = (PaymentPended) last();
    assertThat(pended.bookedIn()).isEqualTo(Layer.PENDING);
    assertThat(pended.sourceMethod()).isEqualTo("ach");
    assertThat(pended.externalRef()).isEqualTo("ref of ach");
    assertThat(trial().of(Layer.PENDING, CASH_CLEARING)).isEqualTo(300);
    assertThat(trial().of(Layer.PENDING, SUSPENSE)).isEqualTo(-300);
    assertThat(trial().of(CASH_CLEARING)).isZero();
    assertThat(state().balance()).isEqualTo(before);
    assertThat(state().history()).hasSize(2);
  }

  @Test
  void a_pending_payment_of_the_lender_is_booked_against_where_it_will_come_from() {
    ledger.accept(pending.pend("gift", 30, PaymentKind.GOODWILL_CREDIT, null));

    assertThat(trial().of(Layer.PENDING, GOODWILL)).isEqualTo(30);
    assertThat(trial().of(Layer.PENDING, CASH_CLEARING)).isZero();
  }

  @Test
  void a_settled_payment_is_what_it_would_have_been_had_it_been_posted_on_that_day() {
    ledger.accept(pending.pend("payment", 300), pending.settle("payment"));
    InMemoryLedger directly =
        new InMemoryLedger()
            .accept(
                loan.open(),
                loan.disburse("principal", 1_000),
                loan.assessFee("fee", 50),
                withNotes(loan.pay("payment", 300)));

    List<LedgerEvent> stored = ledger.events().reversed().subList(0, 2).reversed();

    assertThat(stored.getFirst()).isEqualTo(directly.events().getLast());
    assertThat(state().balance()).isEqualTo(directly.state(LOAN).balance());
    PaymentSettled settled = (PaymentSettled) stored.getLast();
    assertThat(settled.pendingEntryId()).isEqualTo(entryId(pending("payment")));
    assertThat(settled.settledEntryId()).isEqualTo(entryId("payment"));
    assertThat(settled.entry().id()).isEqualTo(entryId("end of payment"));
    assertThat(trial().of(Layer.PENDING, CASH_CLEARING)).isZero();
    assertThat(trial().of(Layer.PENDING, SUSPENSE)).isZero();
    assertThat(trial().of(CASH_CLEARING)).isEqualTo(300);
  }

  private static PostPayment withNotes(PostPayment it) {
    return new PostPayment(
        it.loan(),
        it.paymentId(),
        it.entryId(),
        null,
        it.amount(),
        it.effectiveDate(),
        "ach",
        "ref of payment",
        it.kind(),
        null,
        Metadata.NONE,
        it.time());
  }

  @Test
  void a_payment_that_is_settled_on_an_earlier_day_restates_what_came_since() {
    InMemoryLedger books =
        new InMemoryLedger()
            .accept(
                loan.on(LAST_WEEK).open(LAST_WEEK, null),
                loan.on(LAST_WEEK).assessFee("fee", 50),
                pending.on(LAST_WEEK).pend("ach", 40),
                loan.on(LAST_WEEK.plusDays(1)).disburse("principal", 1_000),
                loan.pay("card", 100));

    books.accept(pending.on(LAST_WEEK).settle("ach"));

    List<LedgerEvent> stored = books.events().reversed().subList(0, 3).reversed();
    assertThat(stored)
        .hasExactlyElementsOfTypes(PaymentPosted.class, PaymentSettled.class, EntryRestated.class);
    assertThat(((EntryRestated) stored.getLast()).restatedEntryId()).isEqualTo(entryId("card"));
    assertThat(books.state(LOAN).balance()).isEqualTo(new LoanBalance(0, 0, 0, 910, 0));
  }

  @Test
  void a_voided_payment_leaves_nothing_behind() {
    LoanBalance before = state().balance();

    ledger.accept(pending.pend("ach", 300), pending.voided("ach"));

    PaymentVoided voided = (PaymentVoided) last();
    assertThat(voided.reasonCode()).isEqualTo("payment_returned");
    assertThat(voided.pendingEntryId()).isEqualTo(entryId(pending("ach")));
    assertThat(trial().of(Layer.PENDING, CASH_CLEARING)).isZero();
    assertThat(trial().of(Layer.PENDING, SUSPENSE)).isZero();
    assertThat(state().balance()).isEqualTo(before);
    assertThat(state().pending().open()).isZero();
  }

  @Test
  void a_loan_is_closed_once_nothing_is_pending() {
    InMemoryLedger books = new InMemoryLedger().accept(loan.open(), pending.pend("ach", 300));
    assertThat(books.send(loan.close())).isPresent();

    books.accept(pending.voided("ach"), loan.close());

    assertThat(books.state(LOAN).isClosed()).isTrue();
  }

  @Test
  void a_settled_payment_is_reversed_and_returned_like_any_other() {
    ledger.accept(pending.pend("ach", 300), pending.settle("ach"), loan.reverse("ach"));

    assertThat(state().balance()).isEqualTo(new LoanBalance(0, 50, 0, 1_000, 0));
    assertThat(state().pending().payment(id("ach")).orElseThrow().settled()).isTrue();
  }

  @Test
  void what_is_pending_may_be_voided_after_the_loan_was_sold() {
    ledger.accept(
        pending.pend("ach", 300),
        new ServicingCommands(loan).sell("sale", 500),
        pending.voided("ach"));

    assertThat(state().pending().open()).isZero();
  }

  @Test
  void a_payment_is_settled_or_pending_and_nothing_else() {
    PostPayment it = loan.pay("payment", 1);
    assertThatThrownBy(
            () ->
                new PostPayment(
                    it.loan(),
                    it.paymentId(),
                    it.entryId(),
                    null,
                    it.amount(),
                    it.effectiveDate(),
                    null,
                    null,
                    it.kind(),
                    null,
                    Layer.ENCUMBRANCE,
                    Metadata.NONE,
                    it.time()))
        .hasMessage("a payment is settled or pending");
  }

  private LedgerEvent last() {
    return ledger.events().getLast();
  }

  private Trial trial() {
    Trial trial = new Trial();
    ledger.events().forEach(trial::add);
    assertThat(trial.sum(Layer.PENDING)).isZero();
    return trial;
  }

  private LoanState state() {
    return ledger.state(LOAN);
  }
}
