package io.cascadeledger.api.product;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;
import static io.cascadeledger.api.product.ProductFields.PRODUCT_IN_PATH;

import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.exchange.ProductReads;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.loan.ProductChoice;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.posting.Products;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.product.ProductQueries;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The operations on loan products: what is posted, and what is read. */
public final class ProductEndpoints {

  private static final Parameter<Integer> VERSION_IN_PATH = Parameter.path(ProductChoice.VERSION);

  private static final Operation LIST =
      Operation.get("listLoanProducts", "/v1/loan-products")
          .tag("Loan products")
          .summary("List the loan products")
          .description(
              "The tenant's products, also those that are retired, in the order in which they were"
                  + " defined, by pages.")
          .scope(Scopes.LEDGER_READ)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "A page of products.", ProductPageAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private static final Operation GET =
      Operation.get("getLoanProduct", "/v1/loan-products/{product_id}")
          .tag("Loan products")
          .summary("Read a loan product")
          .description("The product with its last version.")
          .scope(Scopes.LEDGER_READ)
          .parameter(PRODUCT_IN_PATH)
          .answer(200, "The product.", ProductAnswer.example())
          .problems(ProblemCode.PRODUCT_NOT_FOUND)
          .build();

  private static final Operation GET_VERSION =
      Operation.get("getLoanProductVersion", "/v1/loan-products/{product_id}/versions/{version}")
          .tag("Loan products")
          .summary("Read a version of a loan product")
          .description("The version, which never changes, and what has become of the product.")
          .scope(Scopes.LEDGER_READ)
          .parameter(PRODUCT_IN_PATH)
          .parameter(VERSION_IN_PATH)
          .answer(200, "The version.", ProductAnswer.example())
          .problems(ProblemCode.PRODUCT_NOT_FOUND, ProblemCode.PRODUCT_VERSION_NOT_FOUND)
          .build();

  private ProductEndpoints() {}

  /** All of them. One product is read from its events, lists from a projection. */
  public static List<Endpoint> all(
      Writes writes, Products products, Reads reads, ProductQueries queries, ChartQueries charts) {
    ProductReads one = new ProductReads(products);
    return Stream.concat(
            ProductPosts.all(writes, new PostedTo(reads, charts)).stream(),
            Stream.of(
                new PlainEndpoint(LIST, request -> list(request, reads, queries)),
                new PlainEndpoint(GET, request -> get(request, one)),
                new PlainEndpoint(GET_VERSION, request -> getVersion(request, one))))
        .toList();
  }

  private static Mono<ServerResponse> list(
      ServerRequest request, Reads reads, ProductQueries queries) {
    Values parameters = LIST.readParameters(request);
    return reads.ofTenant(
        request,
        LoanProjection.NAME,
        queries
            .ofTenant(
                Caller.of(request).tenant(),
                PageFields.after(parameters),
                parameters.get(PAGE_SIZE))
            .map(ProductPageAnswer::of),
        ProblemCode.PRODUCT_NOT_FOUND);
  }

  private static Mono<ServerResponse> get(ServerRequest request, ProductReads products) {
    Values parameters = GET.readParameters(request);
    return products.read(
        request,
        parameters.get(PRODUCT_IN_PATH),
        product -> ProductAnswer.of(product, product.version(null)));
  }

  private static Mono<ServerResponse> getVersion(ServerRequest request, ProductReads products) {
    Values parameters = GET_VERSION.readParameters(request);
    int number = parameters.get(VERSION_IN_PATH);
    return products.read(
        request,
        parameters.get(PRODUCT_IN_PATH),
        product -> ProductAnswer.of(product, product.version(number)));
  }
}
