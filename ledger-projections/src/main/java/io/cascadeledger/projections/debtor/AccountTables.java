package io.cascadeledger.projections.debtor;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.eventstore.json.EventJson;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.projections.debtor.AccountRows.NewEntry;
import io.cascadeledger.projections.debtor.AccountRows.Opened;
import io.cascadeledger.projections.debtor.AccountRows.Part;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write debtor accounts. */
final class AccountTables {

  private static final RowsStatement<Opened> OPEN =
      new RowsStatement<>(
          """
          INSERT INTO debtor_account (tenant, reference, position, currency, payment_reference,
              portfolio_reference, meta)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              text("reference", row -> row.event().account().reference()),
              bigint("position", Opened::position),
              text("currency", row -> row.event().details().currency().getCurrencyCode()),
              text("payment_reference", row -> row.event().details().paymentReference()),
              text("portfolio_reference", row -> row.event().details().portfolioReference()),
              text("meta", row -> json(row.event().details().meta()))));

  private static final String META =
      "SELECT meta FROM debtor_account WHERE tenant = ? AND reference = ?";

  private static final String CHANGE_META =
      "UPDATE debtor_account SET meta = ? WHERE tenant = ? AND reference = ?";

  private static final RowsStatement<Part> REMOVE =
      new RowsStatement<>(
          """
          DELETE FROM debtor_account_part part
           USING given
           WHERE part.tenant = given.tenant AND part.account_reference = given.account_reference
             AND part.kind = given.kind AND part.name = given.name
          """,
          List.of(
              text("tenant", row -> row.key().account().tenant()),
              text("account_reference", row -> row.key().account().reference()),
              constant("kind", row -> row.key().kind()),
              text("name", row -> row.key().name())));

  private static final RowsStatement<Part> PUT =
      new RowsStatement<>(
          """
          INSERT INTO debtor_account_part (tenant, account_reference, kind, name, position,
              debtor_reference, content)
          SELECT * FROM given
          ON CONFLICT (tenant, account_reference, kind, name) DO UPDATE
             SET content = excluded.content
          """,
          List.of(
              text("tenant", row -> row.key().account().tenant()),
              text("account_reference", row -> row.key().account().reference()),
              constant("kind", row -> row.key().kind()),
              text("name", row -> row.key().name()),
              bigint("position", Part::position),
              text("debtor_reference", Part::debtorReference),
              text("content", row -> json(row.content()))));

  private static final RowsStatement<NewEntry> INSERT_ENTRIES =
      new RowsStatement<>(
          """
          INSERT INTO debtor_account_entry (tenant, account_reference, reference, position, kind,
              effective_date, booked_on, claim_reference, open_reference, open_minor, unapplied_minor,
              match_id, content)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              text("account_reference", row -> row.event().account().reference()),
              text("reference", row -> row.event().ledgerEntry().reference()),
              bigint("position", NewEntry::position),
              constant("kind", NewEntry::kind),
              date("effective_date", row -> row.event().effectiveDate()),
              date("booked_on", NewEntry::bookedOn),
              text("claim_reference", NewEntry::claimReference),
              text("open_reference", row -> row.event().effect().reference()),
              bigint("open_minor", row -> row.event().effect().openMinor()),
              bigint("unapplied_minor", row -> row.event().effect().unappliedMinor()),
              uuid("match_id", row -> row.event().matchId()),
              text("content", row -> EntryJson.write(row.event().ledgerEntry()))));

  private static final RowsStatement<PaymentMatched> INSERT_PAYMENTS =
      new RowsStatement<>(
          """
          INSERT INTO debtor_payment (tenant, account_reference, match_id, provider_name,
              tracking_id)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", PaymentMatched::tenant),
              text("account_reference", row -> row.account().reference()),
              uuid("match_id", PaymentMatched::matchId),
              text("provider_name", PaymentMatched::providerName),
              text("tracking_id", PaymentMatched::trackingId)));

  private AccountTables() {}

  /** Writes what a chunk changes: accounts before what belongs to them. */
  static void write(JdbcTemplate jdbc, AccountRows rows) {
    OPEN.executeForEach(jdbc, rows.opened, "accounts that were opened");
    rows.meta.forEach(
        (account, changes) -> {
          String known =
              jdbc.queryForObject(META, String.class, account.tenant(), account.reference());
          Meta merged = EventJson.mapper().readValue(known, Meta.class).merge(changes);
          jdbc.update(CHANGE_META, json(merged), account.tenant(), account.reference());
        });
    List<Part> parts = List.copyOf(rows.parts.values());
    REMOVE.execute(jdbc, parts.stream().filter(part -> part.content() == null).toList());
    PUT.execute(jdbc, parts.stream().filter(part -> part.content() != null).toList());
    INSERT_ENTRIES.executeForEach(jdbc, rows.entries, "entries");
    INSERT_PAYMENTS.executeForEach(jdbc, rows.payments, "matched payments");
  }

  private static String json(Object value) {
    return EventJson.mapper().writeValueAsString(value);
  }
}
