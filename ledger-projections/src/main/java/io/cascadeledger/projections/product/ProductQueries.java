package io.cascadeledger.projections.product;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.projections.Page;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads loan products as they stand. */
public final class ProductQueries {

  private static final String PAGE =
      """
      SELECT * FROM loan_product
       WHERE tenant = :tenant AND position > :after
       ORDER BY position
       LIMIT :size
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public ProductQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * A tenant's products in the order in which they were defined.
   *
   * @param after the position after which to start: {@code next} of the page before, or 0
   * @param pageSize how many at most, from 1 to {@link Limits#PAGE_SIZE}
   */
  public Mono<Page<ProductView>> ofTenant(String tenant, long after, int pageSize) {
    return database
        .sql(PAGE)
        .bind("tenant", tenant)
        .bind("after", after)
        // One more than wanted tells whether there is another page.
        .bind("size", pageSize + 1)
        .map(ProductQueries::product)
        .all()
        .collectList()
        .map(found -> page(found, pageSize));
  }

  private static Page<ProductView> page(List<ProductView> found, int size) {
    return found.size() <= size
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, size), found.get(size - 1).position());
  }

  private static ProductView product(Readable row) {
    return new ProductView(
        new ProductId(row.get("tenant", String.class), row.get("product_id", String.class)),
        row.get("position", Long.class),
        row.get("name", String.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("version", Integer.class),
        row.get("defined_at", Instant.class),
        row.get("revised_at", Instant.class),
        row.get("retired_on", LocalDate.class));
  }
}
