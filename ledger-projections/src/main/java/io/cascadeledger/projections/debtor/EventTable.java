package io.cascadeledger.projections.debtor;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statement that writes what happened. */
final class EventTable {

  private static final RowsStatement<EventRow> INSERT =
      new RowsStatement<>(
          """
          INSERT INTO debtor_event (tenant, position, type, posted_at, posted_on, message_id,
              account_reference, paid_reference, match_id, details)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", EventRow::tenant),
              bigint("position", EventRow::position),
              text("type", EventRow::type),
              timestamp("posted_at", EventRow::postedAt),
              date("posted_on", EventRow::postedOn),
              text("message_id", EventRow::messageId),
              text("account_reference", EventRow::accountReference),
              text("paid_reference", EventRow::paidReference),
              uuid("match_id", EventRow::matchId),
              text("details", EventRow::details)));

  private EventTable() {}

  static void write(JdbcTemplate jdbc, List<EventRow> rows) {
    INSERT.executeForEach(jdbc, rows, "events of debtors");
  }
}
