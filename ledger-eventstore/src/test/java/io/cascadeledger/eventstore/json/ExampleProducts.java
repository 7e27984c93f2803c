package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.NOTES;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.LoanProductRetired;
import io.cascadeledger.product.LoanProductRevised;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;

/** The life of a loan product, with nothing left out. */
final class ExampleProducts {

  private static final ProductId PRODUCT = new ProductId("acme", "consumer-36");
  private static final ProductContent CONTENT =
      new ProductContent(
          "Consumer loan, 36 months",
          "For cars.",
          Currency.getInstance("USD"),
          ExampleTerms.terms(ExampleTerms.SERVICING, AllocationPolicy.DEFAULT, null),
          new TermsLimits(
              100_000L, 2_500_000L, new BigDecimal("0.05"), new BigDecimal("0.0990"), 12, 60));

  private ExampleProducts() {}

  static Stream<LedgerEvent> events() {
    return Stream.of(
        new LoanProductDefined(PRODUCT, CONTENT, NOTES, DAY, POSTED_AT),
        new LoanProductRevised(PRODUCT, 2, CONTENT, NOTES, DAY, POSTED_AT),
        new LoanProductRetired(PRODUCT, 2, "Replaced by another.", NOTES, DAY, POSTED_AT));
  }
}
