package io.cascadeledger.projections.balance;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.sql.LoanColumn;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the totals from which balances are read, per day of effect. */
@ProcessingGroup(BalanceProjection.NAME)
public final class BalanceProjection extends Projection {

  /** The projection's name. */
  public static final String NAME = "balances";

  private final LoanColumn heads;

  /** The balances of a database. */
  public BalanceProjection(JdbcTemplate jdbc) {
    super(NAME, BalanceTables.NAMES, jdbc);
    this.heads = new LoanColumn(jdbc, "loan_balance_head", "loan_id");
  }

  @Override
  protected void project(List<RecordedEvent> events) {
    BalanceChanges changes = new BalanceChanges();
    events.forEach(recorded -> changes.add(recorded));
    BalanceTables.write(jdbc(), changes, heads);
  }
}
