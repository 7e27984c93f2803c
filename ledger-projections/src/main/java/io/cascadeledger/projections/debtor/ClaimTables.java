package io.cascadeledger.projections.debtor;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.bool;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.text;

import io.cascadeledger.eventstore.json.EventJson;
import io.cascadeledger.projections.debtor.ClaimRow.ClaimKey;
import io.cascadeledger.projections.debtor.ClaimRows.Change;
import io.cascadeledger.projections.debtor.ClaimRows.Promised;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that read and write claims as they stand. */
final class ClaimTables {

  private static final String READ =
      """
      SELECT c.*
        FROM claim c
        JOIN unnest(?::text[], ?::text[], ?::text[]) AS wanted (tenant, manager, reference)
             USING (tenant, manager, reference)
      """;

  private static final RowsStatement<ClaimRow> PUT =
      new RowsStatement<>(
          """
          INSERT INTO claim (tenant, manager, reference, position, account_reference,
              debtor_reference, status, deleted, content)
          SELECT * FROM given
          ON CONFLICT (tenant, manager, reference) DO UPDATE
             SET position = excluded.position, account_reference = excluded.account_reference,
                 debtor_reference = excluded.debtor_reference,
                 status = excluded.status, deleted = excluded.deleted, content = excluded.content
          """,
          List.of(
              text("tenant", row -> row.key().tenant()),
              text("manager", row -> row.key().manager()),
              text("reference", row -> row.key().reference()),
              bigint("position", ClaimRow::position),
              text("account_reference", row -> row.view().accountReference()),
              text("debtor_reference", row -> debtor(row.view())),
              constant("status", row -> row.view().status()),
              bool("deleted", ClaimRow::deleted),
              text("content", row -> EventJson.mapper().writeValueAsString(row.view()))));

  private static final RowsStatement<Change> CHANGE =
      new RowsStatement<>(
          """
          INSERT INTO claim_change (tenant, position, reference, effective_date, booked_on, currency,
              amount_minor, fees_minor, paid_minor)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.key().tenant()),
              bigint("position", Change::position),
              text("reference", row -> row.key().reference()),
              date("effective_date", Change::effectiveDate),
              date("booked_on", Change::bookedOn),
              text("currency", Change::currency),
              bigint("amount_minor", Change::amountMinor),
              bigint("fees_minor", Change::feesMinor),
              bigint("paid_minor", Change::paidMinor)));

  private static final RowsStatement<ClaimKey> FORGET_PROMISES =
      new RowsStatement<>(
          """
          DELETE FROM claim_promise promise
           USING given
           WHERE promise.tenant = given.tenant AND promise.manager = given.manager
             AND promise.reference = given.reference
          """,
          List.of(
              text("tenant", ClaimKey::tenant),
              text("manager", ClaimKey::manager),
              text("reference", ClaimKey::reference)));

  private static final RowsStatement<Promised> PROMISE =
      new RowsStatement<>(
          """
          INSERT INTO claim_promise (tenant, manager, reference, due_date, amount_minor, made_on)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.key().tenant()),
              text("manager", row -> row.key().manager()),
              text("reference", row -> row.key().reference()),
              date("due_date", row -> row.promise().dueDate()),
              bigint("amount_minor", row -> row.promise().amountMinor()),
              date("made_on", Promised::madeOn)));

  private ClaimTables() {}

  private static String debtor(ClaimView view) {
    return view.primaryDebtor() == null ? null : view.primaryDebtor().reference();
  }

  /** What is known of some claims; those that are new are missing. */
  static Map<ClaimKey, ClaimRow> read(JdbcTemplate jdbc, Collection<ClaimKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<ClaimKey, ClaimRow> known = new HashMap<>();
    jdbc.query(
        READ,
        row -> {
          ClaimKey key =
              new ClaimKey(
                  row.getString("tenant"), row.getString("manager"), row.getString("reference"));
          known.put(
              key,
              new ClaimRow(
                  key,
                  row.getLong("position"),
                  row.getBoolean("deleted"),
                  EventJson.mapper().readValue(row.getString("content"), ClaimView.class)));
        },
        keys.stream().map(ClaimKey::tenant).toArray(String[]::new),
        keys.stream().map(ClaimKey::manager).toArray(String[]::new),
        keys.stream().map(ClaimKey::reference).toArray(String[]::new));
    return known;
  }

  /** Writes what a chunk makes of claims. */
  static void write(JdbcTemplate jdbc, ClaimRows rows) {
    PUT.execute(jdbc, List.copyOf(rows.claims.values()));
    CHANGE.executeForEach(jdbc, rows.changes, "changes of claims");
    FORGET_PROMISES.execute(jdbc, rows.restarted);
    PROMISE.executeForEach(jdbc, rows.promises, "promises");
  }
}
