package io.cascadeledger.projections.statement;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The lines of a statement, read some at a time: a long statement is never in memory as a whole,
 * and a slow reader holds no connection to the database.
 *
 * @param database the database
 * @param loan the loan
 * @param knownAt what was posted later is not known
 * @param position what comes after this event is not known either
 * @param positions the positions of the entries, in the order of the lines
 */
record StatementLines(
    DatabaseClient database, LoanId loan, Instant knownAt, long position, List<Long> positions) {

  private static final int AT_A_TIME = 500;

  private static final String LINES =
      """
      SELECT e.entry_id, e.event_type, e.effective_date, e.posted_at, e.description,
             e.external_ref, e.caused_by_entry_id,
             corrected.entry_id AS corrected_entry_id, corrected.event_type AS corrected_type,
             corrected.effective_date AS corrected_date,
             undoing.entry_id AS undoing_entry_id,
             l.account_code,
             CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END AS minor
        FROM journal_entry e
        JOIN journal_line l USING (position)
        LEFT JOIN journal_entry corrected
          ON corrected.tenant = e.tenant
         AND corrected.entry_id = coalesce(e.reverses_entry_id, e.restates_entry_id)
        LEFT JOIN journal_entry undoing
          ON undoing.tenant = e.tenant AND undoing.entry_id = e.reversed_by_entry_id
         AND undoing.posted_at <= :known_at AND undoing.position <= :position
       WHERE e.tenant = :tenant AND e.loan_id = :loan AND e.position = ANY (:positions)
       ORDER BY e.effective_date, e.position
      """;

  /**
   * The lines between two balances.
   *
   * @return the lines; fails if they do not lead from the one to the other
   */
  Flux<List<StatementLine>> between(LoanBalance opening, LoanBalance closing) {
    return Flux.defer(
        () -> {
          Running running = new Running(opening);
          return Flux.fromIterable(positions)
              .buffer(AT_A_TIME)
              .concatMap(some -> read(some).map(running::continued), 1)
              .concatWith(Mono.defer(() -> running.mustBe(closing, positions.size())));
        });
  }

  private Mono<List<StatementLine>> read(List<Long> some) {
    return database
        .sql(LINES)
        .bind("tenant", loan.tenant())
        .bind("loan", loan.value())
        .bind("known_at", knownAt)
        .bind("position", position)
        .bind("positions", some.toArray(Long[]::new))
        .map(LineOfEntry::new)
        .all()
        .bufferUntilChanged(it -> it.entry.entryId())
        .map(LineOfEntry::together)
        .collectList();
  }

  /** The balance, line after line. */
  private static final class Running {

    private LoanBalance balance;
    private int lines;

    private Running(LoanBalance opening) {
      balance = opening;
    }

    private List<StatementLine> continued(List<StatementLine> some) {
      List<StatementLine> after = new ArrayList<>(some.size());
      for (StatementLine line : some) {
        StatementLine next = line.after(balance);
        balance = next.balance();
        after.add(next);
      }
      lines += some.size();
      return after;
    }

    private Mono<List<StatementLine>> mustBe(LoanBalance closing, int count) {
      return balance.equals(closing) && lines == count
          ? Mono.empty()
          : Mono.error(
              new IllegalStateException(
                  "the journal was filled anew while a statement was read from it"));
    }
  }

  /** An entry with one of its lines. */
  private record LineOfEntry(StatementLine entry, AccountCode account, long minor) {

    private LineOfEntry(Readable row) {
      this(
          entry(row),
          new AccountCode(row.get("account_code", String.class)),
          row.get("minor", Long.class));
    }

    private static StatementLine together(List<LineOfEntry> lines) {
      Map<AccountCode, Long> booked = new HashMap<>();
      lines.forEach(it -> booked.merge(it.account, it.minor, Math::addExact));
      StatementLine entry = lines.getFirst().entry;
      return new StatementLine(
          entry.entryId(),
          entry.type(),
          entry.effectiveDate(),
          entry.postedAt(),
          entry.description(),
          entry.externalRef(),
          LoanBalance.of(account -> booked.getOrDefault(account, 0L)),
          null,
          entry.corrects(),
          entry.causedById(),
          entry.reversedByEntryId());
    }

    private static StatementLine entry(Readable row) {
      UUID corrected = row.get("corrected_entry_id", UUID.class);
      return new StatementLine(
          row.get("entry_id", UUID.class),
          type(row, "event_type"),
          row.get("effective_date", LocalDate.class),
          row.get("posted_at", Instant.class),
          row.get("description", String.class),
          row.get("external_ref", String.class),
          LoanBalance.ZERO,
          null,
          corrected == null
              ? null
              : new StatementLine.Corrected(
                  corrected,
                  type(row, "corrected_type"),
                  row.get("corrected_date", LocalDate.class)),
          row.get("caused_by_entry_id", UUID.class),
          row.get("undoing_entry_id", UUID.class));
    }

    private static EntryType type(Readable row, String column) {
      return EntryType.valueOf(row.get(column, String.class).toUpperCase(Locale.ROOT));
    }
  }
}
