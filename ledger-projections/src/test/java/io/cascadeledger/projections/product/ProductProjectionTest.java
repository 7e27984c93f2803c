package io.cascadeledger.projections.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.LoanProductEvent;
import io.cascadeledger.product.LoanProductRetired;
import io.cascadeledger.product.LoanProductRevised;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.Projections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductProjectionTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Instant DEFINED_AT = Instant.parse("2026-04-01T10:00:00.000001Z");
  private static final Instant REVISED_AT = Instant.parse("2026-04-02T10:00:00Z");
  private static final ProductId HOUSE = new ProductId("acme", "House");
  private static final ProductId CAR = new ProductId("acme", "car");

  private Projections projections;

  @AfterEach
  void close() {
    projections.close();
  }

  private static ProductContent content(String name, String currency) {
    return new ProductContent(
        name, null, Currency.getInstance(currency), LoanTerms.NONE, TermsLimits.NONE);
  }

  private static LoanProductEvent defined(ProductId id, String name) {
    return new LoanProductDefined(id, content(name, "USD"), Metadata.NONE, APRIL, DEFINED_AT);
  }

  private static LoanProductEvent revised(ProductId id, int version, String name) {
    return new LoanProductRevised(
        id, version, content(name, "EUR"), Metadata.NONE, APRIL, REVISED_AT);
  }

  private Page<ProductView> page(String tenant, long after, int size) {
    return projections.products().ofTenant(tenant, after, size).block();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void products_are_listed_as_they_stand_in_the_order_in_which_they_were_defined(int chunk) {
    projections = Projections.start(chunk);
    projections
        .events()
        .append(
            List.of(
                defined(HOUSE, "House"),
                defined(new ProductId("other", "House"), "Of another tenant"),
                defined(CAR, "Car"),
                revised(HOUSE, 2, "House 2"),
                revised(HOUSE, 3, "House 3"),
                new LoanProductRetired(
                    HOUSE, 3, null, Metadata.NONE, APRIL.plusDays(1), REVISED_AT)));
    projections.catchUp();

    assertThat(page("acme", 0, 10).next()).isNull();
    assertThat(page("acme", 0, 10).items())
        .containsExactly(
            new ProductView(
                HOUSE,
                1,
                "House 3",
                Currency.getInstance("EUR"),
                3,
                DEFINED_AT,
                REVISED_AT,
                APRIL.plusDays(1)),
            new ProductView(
                CAR, 3, "Car", Currency.getInstance("USD"), 1, DEFINED_AT, DEFINED_AT, null));
    assertThat(page("acme", 0, 1).items()).extracting(ProductView::product).containsExactly(HOUSE);
    assertThat(page("acme", page("acme", 0, 1).next(), 1).items())
        .extracting(ProductView::product)
        .containsExactly(CAR);
    assertThat(page("nobody", 0, 10).items()).isEmpty();
  }
}
