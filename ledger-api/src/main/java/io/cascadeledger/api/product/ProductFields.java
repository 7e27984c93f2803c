package io.cascadeledger.api.product;

import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.loan.ProductChoice;
import io.cascadeledger.api.loan.TermsFields;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.loan.terms.PostingAccounts.Replaced;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.product.ProductContent;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** The fields of the operations on loan products. */
final class ProductFields {

  /** The product named in a path. */
  static final Parameter<String> PRODUCT_IN_PATH = Parameter.path(ProductChoice.PRODUCT_ID);

  private static final Field<String> NAME =
      Field.reference("name")
          .describe("What people call the product.")
          .example("Consumer loan, 12 months");
  private static final Field<String> DESCRIPTION =
      Field.text("description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("More about it.")
          .example("For existing customers.");
  private static final Field<Currency> CURRENCY =
      Field.currency("currency").describe("The currency of its loans, by its ISO 4217 code.");

  private static final Field<Long> MIN_PRINCIPAL =
      Field.amount("min_principal_minor")
          .optional()
          .describe("The least principal, in minor units.")
          .example("100000");
  private static final Field<Long> MAX_PRINCIPAL =
      Field.amount("max_principal_minor")
          .optional()
          .describe("The most principal, in minor units.")
          .example("5000000");
  private static final Field<String> MIN_RATE =
      Field.decimal("min_annual_interest_rate")
          .optional()
          .describe("The lowest yearly rate as a decimal fraction.")
          .example("0.08");
  private static final Field<String> MAX_RATE =
      Field.decimal("max_annual_interest_rate")
          .optional()
          .describe("The highest yearly rate as a decimal fraction.")
          .example("0.18");
  private static final Field<Integer> MIN_INSTALMENTS =
      Field.integer("min_instalment_count", 1, Limits.INSTALMENTS)
          .optional()
          .describe("The fewest instalments.")
          .example(6);
  private static final Field<Integer> MAX_INSTALMENTS =
      Field.integer("max_instalment_count", 1, Limits.INSTALMENTS)
          .optional()
          .describe("The most instalments.")
          .example(36);
  private static final Field<Values> LIMITS =
      Field.object(
              "limits",
              Body.of(
                  "ProductLimits",
                  MIN_PRINCIPAL,
                  MAX_PRINCIPAL,
                  MIN_RATE,
                  MAX_RATE,
                  MIN_INSTALMENTS,
                  MAX_INSTALMENTS))
          .optional()
          .describe(
              "Between which values the terms of its loans lie; both ends are allowed. What is"
                  + " limited, each loan or the template must say.")
          .example(
              JsonObjects.of("max_principal_minor", "5000000", "max_annual_interest_rate", "0.18"));

  private static final Field<String> REPLACED =
      Field.token("account_code", "^[0-9]{4}$", "4300")
          .describe("An account that movements of loans book to.");
  private static final Field<String> BOOKS_TO =
      Field.token("books_to", "^[0-9]{4}$", "4200")
          .describe("The account of the chart that is booked to in its place.");
  private static final Field<List<Values>> ACCOUNTS =
      Field.list("accounts", Body.of("PostingAccount", REPLACED, BOOKS_TO), Limits.POSTING_ACCOUNTS)
          .optional()
          .describe(
              "To which accounts of your chart the movements of its loans are booked. An account"
                  + " that is not named is booked to as ever; those that sum up loans cannot be"
                  + " named.")
          .example(List.of(JsonObjects.of("account_code", "4100", "books_to", "4200")));

  /** A new product, with its first version. */
  static final Body PRODUCT =
      Body.of(
          "LoanProductRequest",
          ProductChoice.PRODUCT_ID,
          NAME,
          DESCRIPTION,
          CURRENCY,
          TermsFields.TEMPLATE,
          LIMITS,
          ACCOUNTS,
          MovementFields.METADATA);

  /** A further version of a product. */
  static final Body VERSION =
      Body.of(
          "LoanProductVersionRequest",
          NAME,
          DESCRIPTION,
          CURRENCY,
          TermsFields.TEMPLATE,
          LIMITS,
          ACCOUNTS,
          MovementFields.METADATA);

  private ProductFields() {}

  /** What a version says. */
  static ProductContent content(Values body) {
    return new ProductContent(
        body.get(NAME),
        body.get(DESCRIPTION),
        body.get(CURRENCY),
        TermsFields.read(body.get(TermsFields.TEMPLATE), null),
        body.find(LIMITS).map(ProductFields::limits).orElse(TermsLimits.NONE),
        body.find(ACCOUNTS).map(ProductFields::accounts).orElse(null));
  }

  private static PostingAccounts accounts(List<Values> said) {
    return new PostingAccounts(
        said.stream()
            .map(
                it ->
                    new Replaced(
                        new AccountCode(it.get(REPLACED)), new AccountCode(it.get(BOOKS_TO))))
            .toList());
  }

  private static TermsLimits limits(Values limits) {
    return new TermsLimits(
        limits.get(MIN_PRINCIPAL),
        limits.get(MAX_PRINCIPAL),
        limits.find(MIN_RATE).map(BigDecimal::new).orElse(null),
        limits.find(MAX_RATE).map(BigDecimal::new).orElse(null),
        limits.get(MIN_INSTALMENTS),
        limits.get(MAX_INSTALMENTS));
  }
}
