package io.cascadeledger.api.product;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.loan.TermsAnswer;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductState;
import io.cascadeledger.product.PublishedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A version of a loan product as it is answered. */
record ProductAnswer(
    @Describe("The product's name, as you write it.") String productId,
    @Describe("The number of this version.") int version,
    @Describe("The number of the last version.") int lastVersion,
    @Describe("What the product is now: offered or retired.") String status,
    @Describe("What people call it.") String name,
    @Describe(value = "More about it.", optional = true) String description,
    @Describe("The currency of its loans.") String currency,
    @Describe("What the terms of its loans are, where a loan does not say otherwise.")
        TermsAnswer terms,
    @Describe("Between which values the terms of its loans lie.") LimitsAnswer limits,
    @Describe(
            value = "To which accounts the movements of its loans are booked, where that is said.",
            optional = true)
        List<ReplacedAccount> accounts,
    @Describe("Your own notes on this version.") Metadata metadata,
    @Describe("When the ledger recorded this version.") Instant postedAt,
    @Describe(value = "The day on which the product was retired.", optional = true)
        LocalDate retiredOn) {

  /** An account that is replaced. */
  @Describe("An account and the one that is booked to in its place.")
  record ReplacedAccount(
      @Describe("An account that movements of loans book to.") String accountCode,
      @Describe("The account that is booked to in its place.") String booksTo) {

    private static List<ReplacedAccount> of(PostingAccounts accounts) {
      return accounts == null
          ? null
          : accounts.replaced().stream()
              .map(it -> new ReplacedAccount(it.account().value(), it.booksTo().value()))
              .toList();
    }
  }

  static ProductAnswer of(ProductState product, PublishedVersion version) {
    ProductContent content = version.content();
    return new ProductAnswer(
        product.id().value(),
        version.number(),
        product.versions().size(),
        product.isRetired() ? ProductReceipt.RETIRED : ProductReceipt.OFFERED,
        content.name(),
        content.description(),
        content.currency().getCurrencyCode(),
        TermsAnswer.of(content.terms()),
        LimitsAnswer.of(content.limits()),
        ReplacedAccount.of(content.accounts()),
        version.metadata(),
        version.postedAt(),
        product.retiredOn());
  }

  static ProductAnswer example() {
    return new ProductAnswer(
        "consumer-12",
        1,
        1,
        ProductReceipt.OFFERED,
        "Consumer loan, 12 months",
        "For existing customers.",
        "USD",
        TermsAnswer.example(null),
        LimitsAnswer.example(),
        List.of(new ReplacedAccount("4300", "4200")),
        Metadata.NONE,
        Instant.parse("2026-01-15T12:00:00Z"),
        null);
  }
}
