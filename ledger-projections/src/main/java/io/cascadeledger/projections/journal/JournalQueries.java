package io.cascadeledger.projections.journal;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.sql.MetadataJson;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the journal. */
public final class JournalQueries {

  /** The last day that PostgreSQL and ISO 8601 both write with four digits. */
  static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private static final String ENTRY_OF_LOAN =
      """
      SELECT e.*, l.sequence, l.account_code, l.side, l.amount_minor, l.currency, l.layer
        FROM journal_entry e
        JOIN journal_line l USING (position)
       WHERE e.tenant = :tenant AND e.entry_id = :entry
       ORDER BY l.sequence
      """;

  private static final String ENTRY_OF_BATCH =
      """
      SELECT b.*, NULL::uuid AS batch_entry_id, NULL::uuid AS restates_entry_id,
             NULL::uuid AS caused_by_entry_id, NULL::jsonb AS metadata, e.loan_id, e.borrower_id, e.external_ref,
             row_number() OVER (ORDER BY e.position, l.sequence)::integer AS sequence,
             l.account_code, l.side, l.amount_minor, l.currency, l.layer
        FROM journal_batch b
        JOIN journal_entry e ON e.tenant = b.tenant AND e.batch_entry_id = b.entry_id
        JOIN journal_line l ON l.position = e.position
       WHERE b.tenant = :tenant AND b.entry_id = :entry
       ORDER BY e.position, l.sequence
      """;

  private static final String ENTRIES_OF_LOAN =
      """
      SELECT e.*, l.sequence, l.account_code, l.side, l.amount_minor, l.currency, l.layer
        FROM (SELECT *
                FROM journal_entry
               WHERE tenant = :tenant AND loan_id = :loan AND position > :after
                 AND effective_date BETWEEN :from AND :to
                 AND event_type = ANY (:types)
               ORDER BY position
               LIMIT :size) e
        JOIN journal_line l USING (position)
       ORDER BY e.position, l.sequence
      """;

  private static final String OWNER =
      """
      SELECT loan_id, NULL::uuid AS accrual_id, coalesce(reverses_entry_id, entry_id) AS first_id,
             debtor_stream
        FROM journal_entry WHERE tenant = :tenant AND entry_id = :entry
      UNION ALL
      SELECT NULL, accrual_id, NULL, NULL
        FROM journal_batch WHERE tenant = :tenant AND entry_id = :entry
      """;

  private static final String LOAN =
      "SELECT true FROM journal_loan WHERE tenant = :tenant AND loan_id = :loan";

  private final DatabaseClient database;

  /** Queries on a database. */
  public JournalQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * An entry of a loan, or a manual one; or, by the entry of a batch of accruals or of its
   * reversal, all the lines of its loans as one entry.
   *
   * @return the entry, or empty if the tenant has none of that identity
   */
  public Mono<JournalItem> entry(String tenant, UUID entryId) {
    return entry(ENTRY_OF_LOAN, tenant, entryId)
        .switchIfEmpty(Mono.defer(() -> entry(ENTRY_OF_BATCH, tenant, entryId)));
  }

  private Mono<JournalItem> entry(String sql, String tenant, UUID entryId) {
    return items(database.sql(sql).bind("tenant", tenant).bind("entry", entryId)).singleOrEmpty();
  }

  /**
   * A loan's entries in the order in which they were booked, the newest last.
   *
   * @return the page, which has no items if nothing matches; or empty if the tenant has no such
   *     loan
   */
  public Mono<Page<JournalItem>> entriesOfLoan(String tenant, UUID loanId, EntriesWanted wanted) {
    EntryType[] types =
        wanted.type() == null ? EntryType.values() : new EntryType[] {wanted.type()};
    DatabaseClient.GenericExecuteSpec query =
        database
            .sql(ENTRIES_OF_LOAN)
            .bind("tenant", tenant)
            .bind("loan", loanId)
            .bind("after", wanted.after())
            .bind("from", wanted.from() == null ? Limits.EARLIEST_EFFECTIVE_DATE : wanted.from())
            .bind("to", wanted.to() == null ? LATEST : wanted.to())
            .bind(
                "types",
                Arrays.stream(types)
                    .map(type -> type.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new))
            // One more than wanted tells whether there is another page.
            .bind("size", wanted.pageSize() + 1);
    return items(query)
        .collectList()
        .map(found -> page(found, wanted.pageSize()))
        .filterWhen(page -> page.items().isEmpty() ? hasLoan(tenant, loanId) : Mono.just(true));
  }

  private Mono<Boolean> hasLoan(String tenant, UUID loanId) {
    return database
        .sql(LOAN)
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .map(row -> row.get(0, Boolean.class))
        .one();
  }

  private static Page<JournalItem> page(List<JournalItem> found, int size) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    return new Page<>(found.subList(0, size), found.get(size - 1).position());
  }

  /**
   * What an entry belongs to.
   *
   * @return the loan, the batch or another owner, or empty if the tenant has no entry of that
   *     identity
   */
  public Mono<EntryOwner> owner(String tenant, UUID entryId) {
    return database
        .sql(OWNER)
        .bind("tenant", tenant)
        .bind("entry", entryId)
        .map(row -> owner(tenant, row))
        .one();
  }

  private static EntryOwner owner(String tenant, Readable row) {
    UUID loan = row.get("loan_id", UUID.class);
    UUID accrual = row.get("accrual_id", UUID.class);
    if (accrual != null) {
      return new EntryOwner.OfBatch(new AccrualBatchId(tenant, accrual));
    }
    if (row.get("debtor_stream", String.class) != null) {
      return new EntryOwner.OfDebtor();
    }
    return loan != null
        ? new EntryOwner.OfLoan(new LoanId(tenant, loan))
        : new EntryOwner.OfManualEntry(new ManualEntryId(tenant, row.get("first_id", UUID.class)));
  }

  static Flux<JournalItem> items(DatabaseClient.GenericExecuteSpec query) {
    return query
        .map(JournalQueries::itemOfOneLine)
        .all()
        .bufferUntilChanged(JournalItem::entryId)
        .map(
            parts ->
                parts
                    .getFirst()
                    .with(parts.stream().flatMap(part -> part.lines().stream()).toList()));
  }

  private static JournalItem itemOfOneLine(Readable row) {
    return new JournalItem(
        row.get("entry_id", UUID.class),
        row.get("position", Long.class),
        EntryType.valueOf(row.get("event_type", String.class).toUpperCase(Locale.ROOT)),
        row.get("effective_date", LocalDate.class),
        row.get("value_date", LocalDate.class),
        row.get("posted_at", Instant.class),
        row.get("accrual_id", UUID.class),
        row.get("batch_entry_id", UUID.class),
        row.get("reverses_entry_id", UUID.class),
        row.get("reversed_by_entry_id", UUID.class),
        row.get("restates_entry_id", UUID.class),
        row.get("caused_by_entry_id", UUID.class),
        row.get("description", String.class),
        row.get("actor", String.class),
        row.get("correlation_id", String.class),
        metadata(row.get("metadata", String.class)),
        List.of(line(row)));
  }

  private static Metadata metadata(String json) {
    return json == null ? Metadata.NONE : MetadataJson.read(json);
  }

  private static JournalItem.Line line(Readable row) {
    return new JournalItem.Line(
        row.get("sequence", Integer.class),
        new AccountCode(row.get("account_code", String.class)),
        row.get("side", String.class).equals("D") ? Side.DEBIT : Side.CREDIT,
        Money.ofMinor(row.get("amount_minor", Long.class), row.get("currency", String.class)),
        Layer.valueOf(row.get("layer", String.class).toUpperCase(Locale.ROOT)),
        row.get("loan_id", UUID.class),
        row.get("borrower_id", UUID.class),
        row.get("external_ref", String.class));
  }
}
