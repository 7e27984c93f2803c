package io.cascadeledger.projections.journal;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.sql.LoanColumn;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the journal: every entry with its lines, linked with what reversed it. */
@ProcessingGroup(JournalProjection.NAME)
public final class JournalProjection extends Projection {

  /** The projection's name. */
  public static final String NAME = "journal";

  private final LoanColumn borrowers;

  /** The journal of a database. */
  public JournalProjection(JdbcTemplate jdbc) {
    super(NAME, JournalTables.NAMES, jdbc);
    this.borrowers = new LoanColumn(jdbc, "journal_loan", "borrower_id");
  }

  @Override
  protected void project(List<RecordedEvent> events) {
    JournalRows rows = new JournalRows();
    events.forEach(rows::add);
    JournalTables.write(jdbc(), rows, borrowers);
  }
}
