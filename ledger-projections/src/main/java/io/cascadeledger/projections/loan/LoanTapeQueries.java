package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.state.LoanBalance;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads all loans of a tenant with what they owed, some at a time. */
public final class LoanTapeQueries {

  private static final int LOANS = 500;

  private static final String FIRST_PAGE = page(">=");
  private static final String NEXT_PAGE = page(">");

  /** No identifier is before this one. */
  private static final UUID FIRST = new UUID(0, 0);

  private final DatabaseClient database;

  /** Queries on a database. */
  public LoanTapeQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * The loans that were opened by a day, by identifier, some at a time; more are read when they are
   * wanted.
   */
  public Flux<List<LoanTapeRow>> loans(String tenant, LocalDate asOf) {
    return page(FIRST_PAGE, tenant, asOf, FIRST)
        .expand(
            page ->
                page.size() < LOANS
                    ? Mono.empty()
                    : page(NEXT_PAGE, tenant, asOf, page.getLast().loan().loan().value()))
        .filter(page -> !page.isEmpty());
  }

  private static String page(String comparison) {
    return """
      SELECT l.*, coalesce(t.penalties_minor, 0) AS penalties_minor,
             coalesce(t.fees_minor, 0) AS fees_minor,
             coalesce(t.interest_minor, 0) AS interest_minor,
             coalesce(t.principal_minor, 0) AS owed_principal_minor,
             coalesce(t.suspense_minor, 0) AS suspense_minor,
             greatest(l.opened_at, t.last_activity_at) AS last_activity_at
        FROM (SELECT *
                FROM loan
               WHERE tenant = :tenant AND loan_id %s :after AND opened_on <= :as_of
               ORDER BY loan_id
               LIMIT :size) l
        LEFT JOIN LATERAL
             (SELECT sum(penalties_minor) AS penalties_minor, sum(fees_minor) AS fees_minor,
                     sum(interest_minor) AS interest_minor, sum(principal_minor) AS principal_minor,
                     sum(suspense_minor) AS suspense_minor,
                     max(last_activity_at) AS last_activity_at
                FROM loan_daily_total
               WHERE tenant = l.tenant AND loan_id = l.loan_id AND effective_date <= :as_of) t
          ON true
       ORDER BY l.loan_id
      """
        .formatted(comparison);
  }

  private Mono<List<LoanTapeRow>> page(String sql, String tenant, LocalDate asOf, UUID after) {
    return database
        .sql(sql)
        .bind("tenant", tenant)
        .bind("after", after)
        .bind("as_of", asOf)
        .bind("size", LOANS)
        .map(row -> row(asOf, row))
        .all()
        .collectList();
  }

  private static LoanTapeRow row(LocalDate asOf, Readable row) {
    return new LoanTapeRow(
        LoanQueries.loan(row),
        asOf,
        new LoanBalance(
            minor(row, "penalties_minor"),
            minor(row, "fees_minor"),
            minor(row, "interest_minor"),
            minor(row, "owed_principal_minor"),
            minor(row, "suspense_minor")),
        row.get("last_activity_at", Instant.class));
  }

  private static long minor(Readable row, String column) {
    return row.get(column, BigDecimal.class).longValueExact();
  }
}
