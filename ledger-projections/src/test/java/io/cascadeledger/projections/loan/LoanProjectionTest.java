package io.cascadeledger.projections.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Projections;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.Slot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoanProjectionTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LoanTerms TERMS =
      new LoanTerms(
          1_200_000L, "0.0725", DayCountConvention.THIRTY_360, RepaymentFrequency.MONTHLY, 24, MAY);

  private final Projections projections = Projections.start(100);
  private final Lender lender = new Lender("acme", projections.events());

  @AfterEach
  void close() {
    projections.close();
  }

  private LoanView loan(LoanId id) {
    return projections.loans().loan(id.tenant(), id.value()).block();
  }

  private MovementView payment(PaymentPosted posted) {
    return projections.movements().payment("acme", posted.paymentId()).block();
  }

  @Test
  void a_loan_is_read_back_as_it_was_opened() {
    LoanId id = lender.open("USD", APRIL, TERMS);
    projections.catchUp();

    LoanView view = loan(id);

    assertThat(view.loan()).isEqualTo(id);
    assertThat(view.borrowerId()).isEqualTo(lender.state(id).borrowerId());
    assertThat(view.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(view.programId()).isEqualTo("program-7");
    assertThat(view.terms()).isEqualTo(TERMS);
    assertThat(view.metadata().entries()).containsEntry("note", "größer \"than\" {life}\\");
    assertThat(view.openedOn()).isEqualTo(APRIL);
    assertThat(view.openedAt()).isEqualTo(projections.events().events().getFirst().postedAt());
    assertThat(view.status()).isEqualTo(LoanStatus.OPEN);
    assertThat(view.closedOn()).isNull();
  }

  @Test
  void how_a_loan_is_serviced_and_split_and_by_which_product_it_was_opened_is_read_back() {
    AllocationPolicy policy =
        new AllocationPolicy(
            new InstalmentOrder(
                List.of(new Slot(DueBucket.PAST_DUE, Component.FEES)),
                InstalmentOrder.Direction.VERTICAL,
                FutureInstalments.LAST_FIRST),
            Map.of(PaymentKind.GOODWILL_CREDIT, ComponentOrder.DEFAULT),
            Excess.REFUSE,
            List.of(Component.values()));
    ServicingTerms servicing =
        new ServicingTerms(
            InterestMethod.FLAT,
            Amortization.EQUAL_PRINCIPAL,
            1,
            0,
            InstalmentRounding.HALF_UP_TO_MINOR_UNIT,
            null,
            new LateCharge(Component.FEES, 3, 0, new BigDecimal("2.50")),
            7);
    LoanTerms terms =
        new LoanTerms(
            1_200_000L,
            "0.0725",
            DayCountConvention.THIRTY_360,
            RepaymentFrequency.MONTHLY,
            24,
            MAY,
            servicing,
            policy,
            null);
    ProductOffer offer =
        new ProductOffer(
            new ProductVersion("consumer", 3),
            false,
            Currency.getInstance("USD"),
            TermsLimits.NONE);

    LoanId id = lender.open("USD", APRIL, terms, offer);
    projections.catchUp();

    assertThat(loan(id).terms()).isEqualTo(terms.from(offer.version()));
  }

  @Test
  void a_loan_without_terms_has_none() {
    LoanId id = lender.open("USD", APRIL);
    projections.catchUp();

    assertThat(loan(id).terms()).isEqualTo(LoanTerms.NONE);
  }

  @Test
  void other_tenants_see_neither_loan_nor_payment() {
    LoanId id = lender.open("USD", APRIL);
    PaymentPosted posted = lender.pay(id, 100, MAY);
    projections.catchUp();

    assertThat(projections.loans().loan("other", id.value()).blockOptional()).isEmpty();
    assertThat(projections.movements().payment("other", posted.paymentId()).blockOptional())
        .isEmpty();
    assertThat(projections.loans().loan("acme", UUID.randomUUID()).blockOptional()).isEmpty();
  }

  @Test
  void a_payment_is_read_back_with_its_allocation() {
    LoanId id = lender.open("USD", APRIL);
    lender.fee(id, 500, APRIL);
    PaymentPosted posted = lender.pay(id, 800, MAY);
    projections.catchUp();

    assertThat(payment(posted))
        .isEqualTo(
            new MovementView(
                id,
                posted.paymentId(),
                lender.state(id).borrowerId(),
                posted.entry().id(),
                projections.events().lastPosition(),
                EntryType.PAYMENT_RECEIVED,
                PaymentKind.REGULAR,
                800L,
                Currency.getInstance("USD"),
                MAY,
                null,
                posted.postedAt(),
                "ach",
                "stripe_ch_xyz123",
                posted.allocation(),
                null,
                posted.metadata(),
                null));
  }

  @Test
  void a_reversed_payment_names_its_reversal_and_its_loan_is_open_again() {
    LoanId id = lender.open("USD", APRIL);
    lender.fee(id, 500, APRIL);
    PaymentPosted posted = lender.pay(id, 500, MAY);
    lender.close(id, MAY);
    projections.catchUp();
    assertThat(loan(id).status()).isEqualTo(LoanStatus.CLOSED);
    assertThat(loan(id).closedOn()).isEqualTo(MAY);

    EntryReversed reversal = lender.reverse(id, posted.entry().id(), MAY);
    projections.catchUp();

    assertThat(payment(posted).reversedByEntryId()).isEqualTo(reversal.entry().id());
    assertThat(loan(id).status()).isEqualTo(LoanStatus.OPEN);
    assertThat(loan(id).closedOn()).isNull();
  }

  @Test
  void the_last_change_of_a_loan_within_one_batch_holds() {
    projections.stop();
    LoanId reopened = lender.open("USD", APRIL);
    PaymentPosted posted = payInFullAndClose(reopened);
    lender.reverse(reopened, posted.entry().id(), MAY);
    LoanId closedAgain = lender.open("USD", APRIL);
    posted = payInFullAndClose(closedAgain);
    lender.reverse(closedAgain, posted.entry().id(), MAY);
    lender.pay(closedAgain, 500, MAY);
    lender.close(closedAgain, MAY.plusDays(1));
    projections.readInOneChunk(new LoanProjection(projections.jdbc()));

    assertThat(loan(reopened).status()).isEqualTo(LoanStatus.OPEN);
    assertThat(loan(closedAgain).closedOn()).isEqualTo(MAY.plusDays(1));
    assertThat(payment(posted).reversedByEntryId()).isNotNull();
  }

  private PaymentPosted payInFullAndClose(LoanId id) {
    lender.fee(id, 500, APRIL);
    PaymentPosted posted = lender.pay(id, 500, MAY);
    lender.close(id, MAY);
    return posted;
  }
}
