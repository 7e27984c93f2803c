package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.NOTES;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.loan.terms.PostingAccounts.Replaced;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.LoanProductRetired;
import io.cascadeledger.product.LoanProductRevised;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** The life of a loan product, with nothing left out. */
final class ExampleProducts {

  private static final ProductId PRODUCT = new ProductId("acme", "consumer-36");
  static final PostingAccounts ACCOUNTS =
      new PostingAccounts(
          List.of(new Replaced(ChartOfAccounts.INTEREST_INCOME, new AccountCode("4110"))));

  private ExampleProducts() {}

  static Stream<LedgerEvent> events() {
    return Stream.of(
        defined(ACCOUNTS),
        revised(ACCOUNTS),
        new LoanProductRetired(PRODUCT, 2, "Replaced by another.", NOTES, DAY, POSTED_AT));
  }

  static LoanProductDefined defined(PostingAccounts accounts) {
    return new LoanProductDefined(PRODUCT, content(accounts), NOTES, DAY, POSTED_AT);
  }

  static LoanProductRevised revised(PostingAccounts accounts) {
    return new LoanProductRevised(PRODUCT, 2, content(accounts), NOTES, DAY, POSTED_AT);
  }

  private static ProductContent content(PostingAccounts accounts) {
    return new ProductContent(
        "Consumer loan, 36 months",
        "For cars.",
        Currency.getInstance("USD"),
        ExampleTerms.terms(ExampleTerms.SERVICING, AllocationPolicy.DEFAULT, null),
        new TermsLimits(
            100_000L, 2_500_000L, new BigDecimal("0.05"), new BigDecimal("0.0990"), 12, 60),
        accounts);
  }
}
