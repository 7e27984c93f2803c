package io.cascadeledger.projections.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.Books;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Projections;
import io.cascadeledger.projections.journal.JournalExportQueries;
import io.cascadeledger.projections.journal.JournalItem;
import io.cascadeledger.projections.journal.JournalWanted;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementWanted;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingPaymentProjectionTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final Currency USD = Currency.getInstance("USD");

  private Projections projections;
  private Lender lender;
  private LoanId loan;

  @BeforeEach
  void open() {
    projections = Projections.start(7);
    lender = new Lender("acme", projections.events());
    loan = lender.open("USD", MAY);
    lender.fee(loan, 500, MAY);
  }

  @AfterEach
  void close() {
    projections.close();
  }

  private BigInteger balance(Layer layer, AccountCode account, LocalDate asOf) {
    return projections
        .balances()
        .account("acme", account, USD, layer, asOf)
        .block()
        .normalBalanceMinor();
  }

  private JournalItem entry(UUID entryId) {
    return projections.journal().entry("acme", entryId).block();
  }

  @Test
  void a_pending_payment_is_in_the_journal_and_in_the_balances_of_its_layer_only() {
    PaymentPended pended = lender.pend(loan, 700, MAY);
    projections.catchUp();

    assertThat(balance(Layer.PENDING, ChartOfAccounts.CASH_CLEARING, MAY)).isEqualTo(700);
    assertThat(balance(Layer.PENDING, ChartOfAccounts.SUSPENSE, MAY)).isEqualTo(700);
    assertThat(balance(Layer.SETTLED, ChartOfAccounts.CASH_CLEARING, MAY)).isZero();
    assertThat(balance(Layer.ENCUMBRANCE, ChartOfAccounts.CASH_CLEARING, MAY)).isZero();
    assertThat(projections.balances().loan("acme", loan.value(), MAY).block().balance())
        .isEqualTo(lender.state(loan).balance());
    assertThat(entry(pended.entry().id()).lines())
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.layer()).isEqualTo(Layer.PENDING);
              assertThat(line.loanId()).isEqualTo(loan.value());
              assertThat(line.externalRef()).isEqualTo("stripe_ch_xyz123");
            });
    PendingPaymentView view = projections.pending().payment("acme", pended.paymentId()).block();
    assertThat(view.status()).isEqualTo(PendingStatus.PENDING);
    assertThat(view.amountMinor()).isEqualTo(700);
    assertThat(view.metadata()).isEqualTo(pended.metadata());
    assertThat(projections.movements().payment("acme", pended.paymentId()).block()).isNull();
  }

  @Test
  void a_settled_payment_leaves_the_layer_on_the_day_on_which_it_counts() {
    PaymentPended pended = lender.pend(loan, 700, MAY);
    PaymentPosted posted = lender.settle(pended, MAY.plusDays(2));
    projections.catchUp();

    LocalDate before = MAY.plusDays(1);
    assertThat(balance(Layer.PENDING, ChartOfAccounts.CASH_CLEARING, before)).isEqualTo(700);
    assertThat(balance(Layer.SETTLED, ChartOfAccounts.CASH_CLEARING, before)).isZero();
    LocalDate then = MAY.plusDays(2);
    assertThat(balance(Layer.PENDING, ChartOfAccounts.CASH_CLEARING, then)).isZero();
    assertThat(balance(Layer.SETTLED, ChartOfAccounts.CASH_CLEARING, then)).isEqualTo(700);
    PendingPaymentView view = projections.pending().payment("acme", pended.paymentId()).block();
    assertThat(view.status()).isEqualTo(PendingStatus.SETTLED);
    JournalItem ending = entry(view.endedByEntryId());
    assertThat(ending.reversesEntryId()).isEqualTo(pended.entry().id());
    assertThat(entry(pended.entry().id()).reversedByEntryId()).isEqualTo(ending.entryId());
    MovementView movement = projections.movements().payment("acme", pended.paymentId()).block();
    assertThat(movement.entryId()).isEqualTo(posted.entry().id());
    assertThat(movement.allocation()).isEqualTo(posted.allocation());
  }

  @Test
  void a_voided_payment_leaves_the_layer_and_says_why() {
    PaymentPended pended = lender.pend(loan, 700, MAY);
    PaymentVoided voided = lender.voided(pended, MAY.plusDays(3));
    projections.catchUp();

    assertThat(balance(Layer.PENDING, ChartOfAccounts.SUSPENSE, MAY.plusDays(3))).isZero();
    assertThat(entry(voided.entry().id()).description()).isEqualTo("It bounced");
    assertThat(projections.pending().ofLoan("acme", loan.value()).block().payments()).isEmpty();
    assertThat(projections.pending().payment("acme", pended.paymentId()).block().status())
        .isEqualTo(PendingStatus.VOIDED);
  }

  @Test
  void whose_a_payment_is_is_known_whether_it_is_pending_or_not() {
    PaymentPended pended = lender.pend(loan, 700, MAY);
    PaymentPosted posted = lender.pay(loan, 10, MAY);
    projections.catchUp();

    assertThat(projections.pending().owner("acme", pended.paymentId()).block())
        .isEqualTo(new PendingPaymentQueries.Owner(loan, MAY));
    assertThat(projections.pending().owner("acme", posted.paymentId()).block())
        .isEqualTo(new PendingPaymentQueries.Owner(loan, null));
    assertThat(projections.pending().owner("zenith", pended.paymentId()).block()).isNull();
  }

  @Test
  void statements_and_exports_have_what_is_settled_and_nothing_else() {
    lender.pend(loan, 700, MAY);
    Money amount = Money.ofMinor(900, "USD");
    new Books(lender, projections.events())
        .post(
            Layer.ENCUMBRANCE,
            MAY,
            Lines.builder()
                .debit(ChartOfAccounts.ADJUSTMENTS, amount)
                .credit(ChartOfAccounts.CASH_CLEARING, amount)
                .build());
    PaymentPosted posted = lender.pay(loan, 200, MAY);
    projections.catchUp();

    Statement statement =
        projections
            .statements()
            .of(new StatementWanted(loan, MAY, MAY, null, projections.events().lastPosition(), 100))
            .block();
    assertThat(statement.lineCount()).isEqualTo(2);
    assertThat(statement.closing()).isEqualTo(lender.state(loan).balance());
    JournalWanted all = new JournalWanted("acme", null, null, projections.events().lastPosition());
    JournalExportQueries exports = projections.exports();
    List<JournalItem> exported =
        exports.entries(all).flatMapIterable(some -> some).collectList().block();
    assertThat(exported).hasSize(2);
    assertThat(exported.getLast().entryId()).isEqualTo(posted.entry().id());
    assertThat(exports.linesOf(ChartOfAccounts.CASH_CLEARING, all).blockLast())
        .extracting(JournalItem::entryId)
        .containsExactly(posted.entry().id());
    assertThat(
            exports
                .before(
                    ChartOfAccounts.CASH_CLEARING,
                    new JournalWanted(
                        "acme", MAY.plusDays(1), null, projections.events().lastPosition()))
                .block())
        .containsExactly(Map.entry("USD", BigInteger.valueOf(200)));
  }

  @Test
  void control_holds_in_each_layer() {
    PaymentPended pended = lender.pend(loan, 700, MAY);
    lender.pend(loan, 300, MAY);
    lender.settle(pended, MAY.plusDays(1));
    projections.catchUp();

    assertThat(projections.control().integrity("acme", MAY.plusDays(9)).block().mismatched())
        .isEmpty();
    assertThat(projections.control().rollUp("acme", MAY.plusDays(9)).block())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.ledgerMinor()).isEqualTo(it.loansMinor()));
    assertThat(
            projections
                .control()
                .clearing("acme", MAY.plusDays(9), List.of(ChartOfAccounts.CASH_CLEARING))
                .block())
        .singleElement()
        .satisfies(it -> assertThat(it.debitLessCreditMinor()).isEqualTo(700));
  }
}
