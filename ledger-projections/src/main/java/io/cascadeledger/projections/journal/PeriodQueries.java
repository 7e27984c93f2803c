package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.period.TrialBalance;
import io.cascadeledger.journal.period.TrialBalance.AccountTotal;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads closings and re-openings, and the trial balances that were kept. */
public final class PeriodQueries {

  private final DatabaseClient database;

  /** Queries on a database. */
  public PeriodQueries(DatabaseClient database) {
    this.database = database;
  }

  /** All closings and re-openings of a tenant, in the order in which they happened. */
  public Mono<List<PeriodChangeView>> changes(String tenant) {
    return database
        .sql("SELECT * FROM accounting_period_change WHERE tenant = :tenant ORDER BY position")
        .bind("tenant", tenant)
        .map(PeriodQueries::change)
        .all()
        .collectList();
  }

  private static PeriodChangeView change(Readable row) {
    return new PeriodChangeView(
        PeriodKind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
        row.get("closing", Integer.class),
        row.get("first_day", LocalDate.class),
        row.get("last_day", LocalDate.class),
        row.get("actor", String.class),
        row.get("approved_by", String.class),
        row.get("reason", String.class),
        row.get("approval_reason", String.class),
        row.get("sha256", String.class),
        row.get("verifier", String.class),
        row.get("note", String.class),
        row.get("recorded_at", Instant.class));
  }

  /**
   * The trial balance that was kept of a closing.
   *
   * @param closing which closing of the tenant
   */
  public Mono<TrialBalance> kept(String tenant, int closing) {
    return database
        .sql(
            "SELECT * FROM accounting_period_balance"
                + " WHERE tenant = :tenant AND closing = :closing")
        .bind("tenant", tenant)
        .bind("closing", closing)
        .map(
            row ->
                new AccountTotal(
                    new AccountCode(row.get("account_code", String.class)),
                    Currency.getInstance(row.get("currency", String.class)),
                    minor(row, "debit_minor"),
                    minor(row, "credit_minor")))
        .all()
        .collectList()
        .map(TrialBalance::new);
  }

  private static BigInteger minor(Readable row, String column) {
    return row.get(column, BigDecimal.class).toBigIntegerExact();
  }
}
