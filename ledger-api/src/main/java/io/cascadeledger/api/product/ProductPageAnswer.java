package io.cascadeledger.api.product;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.product.ProductView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A page of loan products as it is answered. */
record ProductPageAnswer(
    @Describe("The products, in the order in which they were defined.")
        List<ProductItemAnswer> items,
    @Describe(
            value = "Send it as page_token to read on; left out on the last page.",
            optional = true)
        String nextPageToken) {

  /** A product in a list. */
  @Describe("A loan product in a list.")
  record ProductItemAnswer(
      @Describe("The product's name, as you write it.") String productId,
      @Describe("What its last version is called.") String name,
      @Describe("The currency of its last version.") String currency,
      @Describe("The number of its last version.") int lastVersion,
      @Describe("What it is now: offered or retired.") String status,
      @Describe("When the ledger recorded its first version.") Instant definedAt,
      @Describe("When the ledger recorded its last version.") Instant revisedAt,
      @Describe(value = "The day on which it was retired.", optional = true) LocalDate retiredOn) {

    private static ProductItemAnswer of(ProductView view) {
      return new ProductItemAnswer(
          view.product().value(),
          view.name(),
          view.currency().getCurrencyCode(),
          view.version(),
          view.retiredOn() == null ? ProductReceipt.OFFERED : ProductReceipt.RETIRED,
          view.definedAt(),
          view.revisedAt(),
          view.retiredOn());
    }
  }

  static ProductPageAnswer of(Page<ProductView> page) {
    return new ProductPageAnswer(
        page.items().stream().map(ProductItemAnswer::of).toList(),
        page.next() == null ? null : Long.toString(page.next()));
  }

  static ProductPageAnswer example() {
    Instant recorded = Instant.parse("2026-01-15T12:00:00Z");
    return new ProductPageAnswer(
        List.of(
            new ProductItemAnswer(
                "consumer-12",
                "Consumer loan, 12 months",
                "USD",
                1,
                ProductReceipt.OFFERED,
                recorded,
                recorded,
                null)),
        "42");
  }
}
