package io.cascadeledger.api.exchange;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.posting.Products;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.product.ProductState;
import io.cascadeledger.refusal.Refused;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is read of one loan product is read from its events: it is what was last stored. */
public final class ProductReads {

  private final Products products;

  /** Reads the products of the ledger. */
  public ProductReads(Products products) {
    this.products = products;
  }

  /**
   * Answers with what is read of a product.
   *
   * @param product the product's name within the caller's tenant
   * @param reading makes the answer's body; may throw {@link Refused}
   */
  public Mono<ServerResponse> read(
      ServerRequest request, String product, Function<ProductState, ? extends Record> reading) {
    return products
        .read(new ProductId(Caller.of(request).tenant(), product))
        .publishOn(ConnectionThread.of(request))
        .map(state -> JsonResponse.of(HttpStatus.OK, reading.apply(state)));
  }
}
