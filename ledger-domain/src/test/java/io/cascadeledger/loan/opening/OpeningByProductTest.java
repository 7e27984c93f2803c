package io.cascadeledger.loan.opening;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.Slot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loans that are opened by a product, and how the lender's own loans split payments. */
final class OpeningByProductTest {
  private static final ProductVersion VERSION = new ProductVersion("consumer", 3);
  private static final TermsLimits LIMITS =
      new TermsLimits(100_000L, 120_000L, new BigDecimal("0.05"), new BigDecimal("0.120"), 6, 12);
  private static final Agreed GOOD =
      Agreed.monthly().every(RepaymentFrequency.MONTHLY, 12, OPENED.plusMonths(1));

  private static OpenLoan open(LoanTerms terms, ProductOffer offer) {
    return new OpenLoan(
        Sample.LOAN, Sample.BORROWER, USD, null, terms, OPENED, Metadata.NONE, NOW, offer);
  }

  private static ProductOffer offer(TermsLimits limits) {
    return new ProductOffer(VERSION, false, USD, limits);
  }

  @Test
  void the_loan_keeps_its_terms_and_the_version_they_came_from() {
    LoanTerms opened = Opening.decide(open(GOOD.terms(), offer(LIMITS))).terms();

    assertThat(opened).isEqualTo(GOOD.terms().from(VERSION));
    assertThat(opened.product()).isEqualTo(VERSION);
  }

  static Stream<Arguments> outside() {
    return Stream.of(
        Arguments.of("too little", GOOD.lent(99_999L), "must be at least 100000"),
        Arguments.of("too much", GOOD.lent(120_001L), "must be at most 120000"),
        Arguments.of("how much is not said", GOOD.lent(null), "principal is limited"),
        Arguments.of("too cheap", GOOD.at("0.0499"), "must be at least 0.05"),
        Arguments.of("too dear", GOOD.at("0.1201"), "must be at most 0.120"),
        Arguments.of("a rate is not said", GOOD.at(null), "rate is limited"),
        Arguments.of("too short", of(5), "must be at least 6"),
        Arguments.of("too long", of(13), "must be at most 12"),
        Arguments.of("how long is not said", of(null), "instalments is limited"));
  }

  private static Agreed of(Integer instalments) {
    return GOOD.every(RepaymentFrequency.MONTHLY, instalments, OPENED.plusMonths(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outside")
  void terms_outside_the_products_limits_are_refused(String what, Agreed terms, String why) {
    assertRefused(open(terms.terms(), offer(LIMITS)), RefusalCode.TERMS_OUTSIDE_PRODUCT, why);
  }

  @Test
  void both_ends_of_a_limit_are_allowed_and_the_same_rate_may_be_written_otherwise() {
    for (Agreed terms : List.of(GOOD.lent(100_000L), GOOD.at("0.050"), GOOD.at("0.12"), of(6))) {
      assertThat(Opening.decide(open(terms.terms(), offer(LIMITS))).terms().product())
          .isEqualTo(VERSION);
    }
  }

  @Test
  void a_retired_product_and_another_currency_are_refused() {
    assertRefused(
        open(GOOD.terms(), new ProductOffer(VERSION, true, Sample.JPY, LIMITS)),
        RefusalCode.PRODUCT_RETIRED,
        "consumer");
    assertRefused(
        open(GOOD.terms(), new ProductOffer(VERSION, false, Sample.JPY, LIMITS)),
        RefusalCode.TERMS_OUTSIDE_PRODUCT,
        "currency is JPY");
  }

  static Stream<Arguments> policiesThatNeedASchedule() {
    InstalmentOrder byInstalment =
        new InstalmentOrder(
            List.of(new Slot(DueBucket.PAST_DUE, Component.FEES)),
            InstalmentOrder.Direction.VERTICAL,
            FutureInstalments.NEXT_FIRST);
    List<Component> back = AllocationPolicy.DEFAULT.chargebackOrder();
    return Stream.of(
        Arguments.of(new AllocationPolicy(byInstalment, Map.of(), Excess.SUSPENSE, back)),
        Arguments.of(
            new AllocationPolicy(
                ComponentOrder.DEFAULT,
                Map.of(PaymentKind.PAYOFF, byInstalment),
                Excess.SUSPENSE,
                back)),
        Arguments.of(
            new AllocationPolicy(ComponentOrder.DEFAULT, Map.of(), Excess.NEXT_INSTALMENTS, back)));
  }

  @ParameterizedTest
  @MethodSource("policiesThatNeedASchedule")
  void a_loan_without_a_schedule_is_split_by_component(AllocationPolicy policy) {
    LoanTerms terms = new LoanTerms(1_000L, null, null, null, null, null, null, policy, null);

    assertRefused(open(terms, null), RefusalCode.TERMS_UNSOUND, "needs a schedule");
    assertThat(Opening.decide(open(GOOD.split(policy).terms(), null)).terms().allocation())
        .isEqualTo(policy);
  }

  private static void assertRefused(OpenLoan command, RefusalCode code, String why) {
    assertThatThrownBy(() -> Opening.decide(command))
        .hasMessageContaining(why)
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
