package io.cascadeledger.projections.product;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.integer;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.LoanProductEvent;
import io.cascadeledger.product.LoanProductRetired;
import io.cascadeledger.product.LoanProductRevised;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write loan products as they stand. */
public final class ProductTable {

  /** The table's name. */
  public static final String NAME = "loan_product";

  /** A product that was defined, and where its event stands. */
  private record Defined(long position, LoanProductDefined event) {}

  private static final RowsStatement<Defined> INSERT =
      new RowsStatement<>(
          """
          INSERT INTO loan_product (tenant, product_id, position, name, currency, version,
              defined_at, revised_at)
          SELECT tenant, product_id, position, name, currency, 1, posted_at, posted_at FROM given
          """,
          List.of(
              text("tenant", it -> it.event().tenant()),
              text("product_id", it -> it.event().product().value()),
              bigint("position", Defined::position),
              text("name", it -> it.event().content().name()),
              text("currency", it -> currency(it.event().content())),
              timestamp("posted_at", it -> it.event().postedAt())));

  private static final RowsStatement<LoanProductRevised> REVISE =
      new RowsStatement<>(
          """
          UPDATE loan_product
             SET name = given.name, currency = given.currency, version = given.version,
                 revised_at = given.posted_at
            FROM given
           WHERE loan_product.tenant = given.tenant AND loan_product.product_id = given.product_id
          """,
          List.of(
              text("tenant", LoanProductRevised::tenant),
              text("product_id", it -> it.product().value()),
              text("name", it -> it.content().name()),
              text("currency", it -> currency(it.content())),
              integer("version", LoanProductRevised::version),
              timestamp("posted_at", LoanProductRevised::postedAt)));

  private static final RowsStatement<LoanProductRetired> RETIRE =
      new RowsStatement<>(
          """
          UPDATE loan_product
             SET retired_on = given.retired_on
            FROM given
           WHERE loan_product.tenant = given.tenant AND loan_product.product_id = given.product_id
          """,
          List.of(
              text("tenant", LoanProductRetired::tenant),
              text("product_id", it -> it.product().value()),
              date("retired_on", LoanProductRetired::effectiveDate)));

  private ProductTable() {}

  private static String currency(ProductContent content) {
    return content.currency().getCurrencyCode();
  }

  /** Writes what a chunk of events changes of products. */
  public static void write(JdbcTemplate jdbc, List<RecordedEvent> events) {
    Map<ProductId, Defined> defined = new LinkedHashMap<>();
    Map<ProductId, LoanProductRevised> revised = new LinkedHashMap<>();
    Map<ProductId, LoanProductRetired> retired = new LinkedHashMap<>();
    for (RecordedEvent recorded : events) {
      if (recorded.event() instanceof LoanProductEvent event) {
        switch (event) {
          case LoanProductDefined it ->
              defined.put(it.product(), new Defined(recorded.position(), it));
          // Of several versions, the last holds.
          case LoanProductRevised it -> revised.put(it.product(), it);
          case LoanProductRetired it -> retired.put(it.product(), it);
        }
      }
    }
    INSERT.execute(jdbc, List.copyOf(defined.values()));
    REVISE.executeForEach(jdbc, List.copyOf(revised.values()), "products that were revised");
    RETIRE.executeForEach(jdbc, List.copyOf(retired.values()), "products that were retired");
  }
}
