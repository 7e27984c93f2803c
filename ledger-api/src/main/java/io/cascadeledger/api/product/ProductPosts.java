package io.cascadeledger.api.product;

import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.REASON;
import static io.cascadeledger.api.product.ProductFields.PRODUCT_IN_PATH;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.loan.ProductChoice;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.product.DefineProduct;
import io.cascadeledger.product.ProductCommand;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.product.RetireProduct;
import io.cascadeledger.product.ReviseProduct;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What happens to loan products. */
final class ProductPosts {

  private static final Operation DEFINE =
      Operation.post("defineLoanProduct", "/v1/loan-products")
          .tag("Loan products")
          .summary("Define a loan product")
          .description(
              "Defines a product under the name that you give it, and publishes its version 1: a"
                  + " template of the terms of the loans that are opened by it, and limits for"
                  + " them.")
          .scope(Scopes.PRODUCTS_WRITE)
          .body(ProductFields.PRODUCT)
          .posts("The product was defined.", ProductReceipt.example(1, ProductReceipt.OFFERED))
          .problems(
              ProblemCode.PRODUCT_ALREADY_EXISTS,
              ProblemCode.PRODUCT_UNSOUND,
              ProblemCode.ACCOUNT_NOT_FOUND,
              ProblemCode.ACCOUNT_CLOSED,
              ProblemCode.PROJECTION_BEHIND)
          .build();

  private static final Operation REVISE =
      Operation.post("reviseLoanProduct", "/v1/loan-products/{product_id}/versions")
          .tag("Loan products")
          .summary("Publish a further version of a loan product")
          .description(
              "Publishes a version, which is complete: nothing is taken from the one before. Loans"
                  + " that are opened from then on are of it, unless they name another; those that"
                  + " are open keep theirs.")
          .scope(Scopes.PRODUCTS_WRITE)
          .parameter(PRODUCT_IN_PATH)
          .body(ProductFields.VERSION)
          .posts("The version was published.", ProductReceipt.example(2, ProductReceipt.OFFERED))
          .problems(
              ProblemCode.PRODUCT_NOT_FOUND,
              ProblemCode.PRODUCT_RETIRED,
              ProblemCode.PRODUCT_UNSOUND,
              ProblemCode.ACCOUNT_NOT_FOUND,
              ProblemCode.ACCOUNT_CLOSED,
              ProblemCode.PROJECTION_BEHIND)
          .build();

  private static final Operation RETIRE =
      Operation.post("retireLoanProduct", "/v1/loan-products/{product_id}/retire")
          .tag("Loan products")
          .summary("Retire a loan product")
          .description(
              "Ends a product: no loan is opened by it any more. Its versions stay readable, and"
                  + " the loans that were opened by it stay as they are.")
          .scope(Scopes.PRODUCTS_WRITE)
          .parameter(PRODUCT_IN_PATH)
          .body(Body.of("LoanProductRetirementRequest", REASON, METADATA))
          .posts("The product was retired.", ProductReceipt.example(2, ProductReceipt.RETIRED))
          .problems(ProblemCode.PRODUCT_NOT_FOUND, ProblemCode.PRODUCT_RETIRED)
          .build();

  private ProductPosts() {}

  static List<Endpoint> all(Writes writes, PostedTo accounts) {
    return List.of(
        versioned(writes, accounts, DEFINE, ProductPosts::definition),
        versioned(writes, accounts, REVISE, ProductPosts::revision),
        PostEndpoint.of(writes, RETIRE, ProductPosts::retirement, ProductReceipt::of));
  }

  /** One that publishes a version, if the chart has the accounts that it names. */
  private static Endpoint versioned(
      Writes writes,
      PostedTo accounts,
      Operation operation,
      Function<Draft, ProductCommand> command) {
    return new PlainEndpoint(
        operation,
        request ->
            writes.post(
                request,
                operation,
                draft ->
                    accounts
                        .require(request, draft.tenant(), ProductFields.content(draft.body()))
                        .then(Mono.fromSupplier(() -> command.apply(draft))),
                ProductReceipt::of));
  }

  private static ProductCommand definition(Draft draft) {
    return new DefineProduct(
        new ProductId(draft.tenant(), draft.get(ProductChoice.PRODUCT_ID)),
        ProductFields.content(draft.body()),
        draft.metadata(),
        draft.time());
  }

  private static ProductCommand revision(Draft draft) {
    return new ReviseProduct(
        productInPath(draft), ProductFields.content(draft.body()), draft.metadata(), draft.time());
  }

  private static ProductCommand retirement(Draft draft) {
    return new RetireProduct(
        productInPath(draft), draft.get(REASON), draft.metadata(), draft.time());
  }

  private static ProductId productInPath(Draft draft) {
    return new ProductId(draft.tenant(), draft.parameters().get(PRODUCT_IN_PATH));
  }
}
