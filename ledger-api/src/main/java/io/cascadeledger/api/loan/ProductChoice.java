package io.cascadeledger.api.loan;

import io.cascadeledger.api.posting.Products;
import io.cascadeledger.api.problem.Problem;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.problem.Refusals;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.product.ProductState;
import io.cascadeledger.product.PublishedVersion;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What a loan gets from the product that it is opened by.
 *
 * @param template the terms that hold where the loan says nothing
 * @param offer what the product allows
 */
public record ProductChoice(LoanTerms template, ProductOffer offer) {

  /** A product's name. */
  public static final Field<String> PRODUCT_ID =
      Field.token("product_id", "^" + Limits.PRODUCT.pattern() + "$", "consumer-12")
          .describe("The product's name, as you write it.");

  /** The number of a product's version. */
  public static final Field<Integer> VERSION =
      Field.integer("version", 1, 999_999_999).describe("The number of the version.");

  private static final Field<Integer> VERSION_OR_LAST =
      VERSION.optional().describe("Which of its versions; the last one if left out.");

  /** The product that a loan is opened by. */
  static final Field<Values> PRODUCT =
      Field.object("product", Body.of("ProductChoice", PRODUCT_ID, VERSION_OR_LAST))
          .optional()
          .describe(
              "The product whose template the terms are made from. The loan keeps the version and"
                  + " the terms, whatever becomes of the product.");

  /**
   * Reads what was chosen, as the product is now.
   *
   * @param chosen what the field says
   * @return the choice; or {@link ProblemException} if there is no such product or version
   */
  static Mono<ProductChoice> read(Products products, String tenant, Values chosen) {
    return products
        .read(new ProductId(tenant, chosen.get(PRODUCT_ID)))
        .map(product -> of(product, chosen.get(VERSION_OR_LAST)))
        .onErrorMap(Refused.class, ProductChoice::problem);
  }

  private static ProductChoice of(ProductState product, Integer number) {
    PublishedVersion version = product.version(number);
    return new ProductChoice(version.content().terms(), product.offer(version));
  }

  private static ProblemException problem(Refused refused) {
    ProblemCode code = Refusals.problemOf(refused.code());
    return new ProblemException(
        code,
        refused.getMessage(),
        List.of(new Problem.ErrorItem(PRODUCT.name(), code.wireName(), refused.getMessage())));
  }
}
