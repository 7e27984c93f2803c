package io.cascadeledger.projections.loan;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.bank.BankTables;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes loans and their movements as they stand. */
@ProcessingGroup(LoanProjection.NAME)
public final class LoanProjection extends Projection {

  /** The projection's name. */
  public static final String NAME = "loans";

  /** What banks say is held against the movements, and is as new as they are. */
  private static final List<String> TABLES =
      Stream.concat(LoanTables.NAMES.stream(), BankTables.NAMES.stream()).toList();

  /** The loans of a database. */
  public LoanProjection(JdbcTemplate jdbc) {
    super(NAME, TABLES, jdbc);
  }

  @Override
  protected void project(List<RecordedEvent> events) {
    LoanChanges changes = new LoanChanges();
    events.forEach(changes::add);
    LoanTables.write(jdbc(), changes);
    BankTables.write(jdbc(), events);
  }
}
