package io.cascadeledger.product;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.Excess;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LoanProductTest {
  private static final ProductId PRODUCT = new ProductId(TENANT, "Consumer-36");
  private static final Agreed MONTHLY = Agreed.monthly().lent(null);
  private static final ProductContent CONTENT = content(MONTHLY.terms(), TermsLimits.NONE);
  private static final LoanProductDefined DEFINED =
      new LoanProductDefined(PRODUCT, CONTENT, Metadata.NONE, TODAY, NOW.postedAt());
  private static final ProductContent OTHER = content(MONTHLY.at("0.09").terms(), TermsLimits.NONE);
  private static final LoanProductRevised REVISED =
      new LoanProductRevised(PRODUCT, 2, OTHER, Metadata.NONE, TODAY, NOW.postedAt());
  private static final LoanProductRetired RETIRED =
      new LoanProductRetired(PRODUCT, 2, "Replaced.", Metadata.NONE, TODAY, NOW.postedAt());

  private static final DefineProduct DEFINE =
      new DefineProduct(PRODUCT, CONTENT, Metadata.NONE, NOW);
  private static final ReviseProduct REVISE = new ReviseProduct(PRODUCT, OTHER, Metadata.NONE, NOW);
  private static final RetireProduct RETIRE =
      new RetireProduct(PRODUCT, "Replaced.", Metadata.NONE, NOW);

  private final AggregateTestFixture<LoanProduct> product =
      new AggregateTestFixture<>(LoanProduct.class);

  @BeforeEach
  void allStreamsBelongToTheFixture() {
    product.setReportIllegalStateChange(false);
  }

  private static ProductContent content(LoanTerms terms, TermsLimits limits) {
    return new ProductContent("Consumer loan", null, USD, terms, limits);
  }

  @Test
  void a_product_is_defined_revised_and_retired() {
    product.givenNoPriorActivity().when(DEFINE).expectEvents(DEFINED);
    product.given(DEFINED).when(REVISE).expectEvents(REVISED);
    product.given(DEFINED, REVISED).when(RETIRE).expectEvents(RETIRED);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(List.of(DEFINED), DEFINE, RefusalCode.PRODUCT_ALREADY_EXISTS),
        Arguments.of(
            List.of(DEFINED, REVISED, RETIRED), DEFINE, RefusalCode.PRODUCT_ALREADY_EXISTS),
        Arguments.of(List.of(), REVISE, RefusalCode.PRODUCT_NOT_FOUND),
        Arguments.of(List.of(), RETIRE, RefusalCode.PRODUCT_NOT_FOUND),
        Arguments.of(List.of(DEFINED, REVISED, RETIRED), REVISE, RefusalCode.PRODUCT_RETIRED),
        Arguments.of(List.of(DEFINED, REVISED, RETIRED), RETIRE, RefusalCode.PRODUCT_RETIRED));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_does_not_fit_the_products_life_is_refused(
      List<LoanProductEvent> before, ProductCommand command, RefusalCode code) {
    product.given(before).when(command).expectException(refusedAs(code));
  }

  static Stream<Arguments> unsound() {
    LoanTerms terms = MONTHLY.terms();
    return Stream.of(
        Arguments.of("principal limits crossed", terms, limits(2L, 1L, null, null, null, null)),
        Arguments.of("rate limits crossed", terms, limits(null, null, "0.2", "0.1", null, null)),
        Arguments.of("instalments crossed", terms, limits(null, null, null, null, 13, 12)),
        Arguments.of("a rate below", terms, limits(null, null, "0.1201", null, null, null)),
        Arguments.of("a rate above", terms, limits(null, null, null, "0.1199", null, null)),
        Arguments.of("too few instalments", terms, limits(null, null, null, null, 13, null)),
        Arguments.of("too many instalments", terms, limits(null, null, null, null, null, 11)),
        Arguments.of(
            "too much principal",
            MONTHLY.lent(101L).terms(),
            limits(null, 100L, null, null, null, null)),
        Arguments.of("grace on all principal", MONTHLY.grace(12, 0, 0).terms(), TermsLimits.NONE),
        Arguments.of("no such rate", MONTHLY.at("10.01").terms(), TermsLimits.NONE),
        Arguments.of(
            "a schedule",
            MONTHLY.supplied(List.of(new ScheduledInstalment(1, TODAY, 100, 0, 0, 0))).terms(),
            TermsLimits.NONE),
        Arguments.of(
            "a waterfall by instalment without a schedule",
            unserviced(Excess.NEXT_INSTALMENTS),
            TermsLimits.NONE));
  }

  private static LoanTerms unserviced(Excess excess) {
    AllocationPolicy policy =
        new AllocationPolicy(
            ComponentOrder.DEFAULT, Map.of(), excess, AllocationPolicy.DEFAULT.chargebackOrder());
    return new LoanTerms(null, null, null, null, null, null, null, policy, null);
  }

  private static TermsLimits limits(
      Long minPrincipal,
      Long maxPrincipal,
      String minRate,
      String maxRate,
      Integer minInstalments,
      Integer maxInstalments) {
    return new TermsLimits(
        minPrincipal,
        maxPrincipal,
        minRate == null ? null : new BigDecimal(minRate),
        maxRate == null ? null : new BigDecimal(maxRate),
        minInstalments,
        maxInstalments);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsound")
  void a_product_by_which_no_loan_could_be_opened_is_refused(
      String what, LoanTerms terms, TermsLimits limits) {
    ProductContent content = content(terms, limits);

    product
        .givenNoPriorActivity()
        .when(new DefineProduct(PRODUCT, content, Metadata.NONE, NOW))
        .expectException(refusedAs(RefusalCode.PRODUCT_UNSOUND));
    product
        .given(DEFINED)
        .when(new ReviseProduct(PRODUCT, content, Metadata.NONE, NOW))
        .expectException(refusedAs(RefusalCode.PRODUCT_UNSOUND));
  }

  @Test
  void a_template_may_leave_out_whatever_each_loan_says_itself() {
    LoanTerms rateOnly = new LoanTerms(null, "0.0725", null, null, null, null);
    Agreed open = MONTHLY.at(null).every(RepaymentFrequency.MONTHLY, null, null);

    for (LoanTerms terms :
        List.of(LoanTerms.NONE, rateOnly, open.terms(), unserviced(Excess.REFUSE))) {
      DefineProduct define =
          new DefineProduct(
              PRODUCT, content(terms, limits(1L, 2L, "0.01", "0.1", 1, 2)), Metadata.NONE, NOW);
      assertThat(ProductDecisions.decide(ProductState.NONE, define).content().terms())
          .isEqualTo(terms);
    }
  }

  @Test
  void a_version_never_changes_and_the_last_is_meant_where_none_is_named() {
    ProductState state = ProductState.NONE.evolve(DEFINED).evolve(REVISED).evolve(RETIRED);

    assertThat(state.version(1).content()).isEqualTo(CONTENT);
    assertThat(state.version(null).content()).isEqualTo(OTHER);
    assertThat(state.version(null).number()).isEqualTo(2);
    assertThat(state.offer(state.version(1)))
        .isEqualTo(
            new ProductOffer(new ProductVersion("Consumer-36", 1), true, USD, TermsLimits.NONE));
    for (int unknown : new int[] {-1, 0, 3}) {
      assertThatThrownBy(() -> state.version(unknown))
          .isInstanceOfSatisfying(
              Refused.class,
              it -> assertThat(it.code()).isEqualTo(RefusalCode.PRODUCT_VERSION_NOT_FOUND));
    }
  }

  @Test
  void a_products_name_is_written_as_the_lender_writes_it_and_names_its_stream() {
    assertThat(PRODUCT).hasToString("loan_product/northwind/Consumer-36");
    assertThat(ProductId.parse(PRODUCT.toString())).isEqualTo(PRODUCT);
    assertThat(PRODUCT.streamId())
        .matches("loan_product/northwind/[0-9a-f]{8}-[0-9a-f-]{27}")
        .isNotEqualTo(new ProductId(TENANT, "consumer-36").streamId());
    for (String wrong : List.of("", "a/b", "-a", "a b", "é", "a".repeat(65))) {
      assertThatThrownBy(() -> new ProductId(TENANT, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ProductId.parse("loan/northwind/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
