package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_EXCEEDS_OWED;
import static io.cascadeledger.refusal.RefusalCode.PRODUCT_ALREADY_EXISTS;
import static io.cascadeledger.refusal.RefusalCode.PRODUCT_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.PRODUCT_RETIRED;
import static io.cascadeledger.refusal.RefusalCode.PRODUCT_UNSOUND;
import static io.cascadeledger.refusal.RefusalCode.TERMS_OUTSIDE_PRODUCT;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.product.DefineProduct;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.product.RetireProduct;
import io.cascadeledger.product.ReviseProduct;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.Excess;
import java.util.List;
import java.util.Map;

/** Commands that are refused because of a loan product, or of a policy of the loan's own. */
final class ProductRefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final ProductId PRODUCT = new ProductId(TENANT, "consumer");
  private static final TermsLimits UP_TO_100 = new TermsLimits(null, 100L, null, null, null, null);
  private static final LoanTerms OF_101 = new LoanTerms(101L, null, null, null, null, null);
  private static final DefineProduct DEFINE =
      new DefineProduct(PRODUCT, content(LoanTerms.NONE), Metadata.NONE, NOW);
  private static final RetireProduct RETIRE = new RetireProduct(PRODUCT, null, Metadata.NONE, NOW);
  private static final AllocationPolicy NOTHING_KEPT =
      new AllocationPolicy(
          ComponentOrder.DEFAULT,
          Map.of(),
          Excess.REFUSE,
          AllocationPolicy.DEFAULT.chargebackOrder());

  private ProductRefusalCases() {}

  static List<RefusalCase> all() {
    return List.of(
        RefusalCase.of(PRODUCT_ALREADY_EXISTS, "the same name", List.of(DEFINE), DEFINE),
        RefusalCase.of(PRODUCT_NOT_FOUND, "a version of none", List.of(), revise(LoanTerms.NONE)),
        RefusalCase.of(PRODUCT_NOT_FOUND, "the end of none", List.of(), RETIRE),
        RefusalCase.of(
            PRODUCT_RETIRED, "too late", List.of(DEFINE, RETIRE), revise(LoanTerms.NONE)),
        RefusalCase.of(PRODUCT_RETIRED, "ended twice", List.of(DEFINE, RETIRE), RETIRE),
        RefusalCase.of(PRODUCT_RETIRED, "a loan, too late", List.of(), open(true)),
        RefusalCase.of(PRODUCT_UNSOUND, "outside itself", List.of(DEFINE), revise(OF_101)),
        RefusalCase.of(TERMS_OUTSIDE_PRODUCT, "too much", List.of(), open(false)),
        RefusalCase.of(
            PAYMENT_EXCEEDS_OWED,
            "nothing is kept",
            List.of(
                IT.open(
                    OPENED,
                    new LoanTerms(null, null, null, null, null, null, null, NOTHING_KEPT, null)),
                IT.on(OPENED).disburse("payout", 100)),
            IT.pay("payment", 101)));
  }

  private static ProductContent content(LoanTerms terms) {
    return new ProductContent("Consumer loan", null, USD, terms, UP_TO_100);
  }

  private static ReviseProduct revise(LoanTerms terms) {
    return new ReviseProduct(PRODUCT, content(terms), Metadata.NONE, NOW);
  }

  private static OpenLoan open(boolean retired) {
    return new OpenLoan(
        Sample.LOAN,
        Sample.BORROWER,
        USD,
        null,
        OF_101,
        OPENED,
        Metadata.NONE,
        NOW,
        new ProductOffer(new ProductVersion("consumer", 1), retired, USD, UP_TO_100));
  }
}
