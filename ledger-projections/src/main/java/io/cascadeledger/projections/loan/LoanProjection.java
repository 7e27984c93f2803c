package io.cascadeledger.projections.loan;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.bank.BankTables;
import io.cascadeledger.projections.product.ProductTable;
import io.cascadeledger.projections.sql.LoanColumn;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes loans with their movements, and loan products, as they stand. */
@ProcessingGroup(LoanProjection.NAME)
public final class LoanProjection extends Projection {

  /** The projection's name. */
  public static final String NAME = "loans";

  /** What banks say is held against the movements, and is as new as they are. */
  private static final List<String> TABLES =
      Stream.of(LoanTables.NAMES, List.of(ProductTable.NAME), BankTables.NAMES)
          .flatMap(List::stream)
          .toList();

  private final LoanColumn borrowers;

  /** The loans of a database. */
  public LoanProjection(JdbcTemplate jdbc) {
    super(NAME, TABLES, jdbc);
    this.borrowers = new LoanColumn(jdbc, "loan", "borrower_id");
  }

  @Override
  protected void project(List<RecordedEvent> events) {
    LoanChanges changes = new LoanChanges();
    events.forEach(changes::add);
    LoanTables.write(jdbc(), changes, borrowers);
    ProductTable.write(jdbc(), events);
    BankTables.write(jdbc(), events);
  }
}
