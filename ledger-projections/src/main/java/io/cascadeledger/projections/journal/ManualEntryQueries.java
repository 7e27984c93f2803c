package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.journal.manual.ManualEntryText;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.journal.settings.PeriodRules;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.sql.MetadataJson;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads manual entries, booked or not. */
public final class ManualEntryQueries {

  private static final String ONE =
      """
      SELECT m.*, l.account_code, l.side, l.amount_minor, l.currency
        FROM manual_entry m
        JOIN manual_entry_line l USING (tenant, entry_id)
       WHERE m.tenant = :tenant AND m.entry_id = :entry
       ORDER BY l.sequence
      """;

  private static final String BY_STATUS =
      """
      SELECT m.*, l.account_code, l.side, l.amount_minor, l.currency
        FROM (SELECT *
                FROM manual_entry
               WHERE tenant = :tenant AND status = :status AND position > :after
               ORDER BY position
               LIMIT :size) m
        JOIN manual_entry_line l USING (tenant, entry_id)
       ORDER BY m.position, l.sequence
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public ManualEntryQueries(DatabaseClient database) {
    this.database = database;
  }

  /** A manual entry, or empty if the tenant has none of that identity. */
  public Mono<ManualEntryView> entry(String tenant, UUID entryId) {
    return views(database.sql(ONE).bind("tenant", tenant).bind("entry", entryId)).singleOrEmpty();
  }

  /**
   * The manual entries that have come so far, in the order in which they were written.
   *
   * @param after the position after which to start: {@code next} of the page before, or 0
   * @param pageSize how many at most
   */
  public Mono<Page<ManualEntryView>> withStatus(
      String tenant, ManualEntryStatus status, long after, int pageSize) {
    return views(
            database
                .sql(BY_STATUS)
                .bind("tenant", tenant)
                .bind("status", status.name().toLowerCase(Locale.ROOT))
                .bind("after", after)
                // One more than wanted tells whether there is another page.
                .bind("size", pageSize + 1))
        .collectList()
        .map(
            found ->
                found.size() <= pageSize
                    ? new Page<>(found, null)
                    : new Page<>(found.subList(0, pageSize), found.get(pageSize - 1).position()));
  }

  /**
   * What a tenant has settled about its books.
   *
   * @param fourEyes whether a manual entry needs another's approval
   * @param periods what holds for accounting periods
   */
  public record Settled(boolean fourEyes, PeriodRules periods) {}

  /** What a tenant has settled about its books. */
  public Mono<Settled> settled(String tenant) {
    return database
        .sql("SELECT * FROM books_settings WHERE tenant = :tenant")
        .bind("tenant", tenant)
        .map(ManualEntryQueries::settledIn)
        .one()
        .defaultIfEmpty(new Settled(false, PeriodRules.STANDARD));
  }

  private static Settled settledIn(Readable row) {
    String late = row.get("late_postings", String.class).toUpperCase(Locale.ROOT);
    return new Settled(
        row.get("four_eyes", Boolean.class),
        new PeriodRules(row.get("period_four_eyes", Boolean.class), LatePostings.valueOf(late)));
  }

  private static Flux<ManualEntryView> views(DatabaseClient.GenericExecuteSpec query) {
    return query
        .map(ManualEntryQueries::viewOfOneLine)
        .all()
        .bufferUntilChanged(ManualEntryView::entryId)
        .map(
            parts ->
                parts
                    .getFirst()
                    .with(parts.stream().flatMap(part -> part.lines().stream()).toList()));
  }

  private static ManualEntryView viewOfOneLine(Readable row) {
    return new ManualEntryView(
        row.get("entry_id", UUID.class),
        row.get("position", Long.class),
        ManualEntryStatus.valueOf(row.get("status", String.class).toUpperCase(Locale.ROOT)),
        row.get("effective_date", LocalDate.class),
        new ManualEntryText(
            row.get("description", String.class),
            row.get("reference", String.class),
            MetadataJson.read(row.get("metadata", String.class))),
        Layer.valueOf(row.get("layer", String.class).toUpperCase(Locale.ROOT)),
        row.get("author", String.class),
        row.get("written_at", Instant.class),
        row.get("decided_by", String.class),
        row.get("decided_at", Instant.class),
        row.get("decision_reason", String.class),
        List.of(
            new Line(
                new AccountCode(row.get("account_code", String.class)),
                row.get("side", String.class).equals("D") ? Side.DEBIT : Side.CREDIT,
                Money.ofMinor(
                    row.get("amount_minor", Long.class), row.get("currency", String.class)))));
  }
}
