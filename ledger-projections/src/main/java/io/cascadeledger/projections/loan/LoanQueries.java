package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.projections.sql.MetadataJson;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads loans as they stand. */
public final class LoanQueries {

  private final DatabaseClient database;

  /** Queries on a database. */
  public LoanQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * A loan.
   *
   * @return the loan, or empty if the tenant has none of that identity
   */
  public Mono<LoanView> loan(String tenant, UUID loanId) {
    return database
        .sql("SELECT * FROM loan WHERE tenant = :tenant AND loan_id = :loan")
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .map(LoanQueries::loan)
        .one();
  }

  static LoanView loan(Readable row) {
    return new LoanView(
        loanId(row),
        row.get("borrower_id", UUID.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("program_id", String.class),
        new LoanTerms(
            row.get("principal_minor", Long.class),
            row.get("annual_interest_rate", String.class),
            constant(DayCountConvention.class, row.get("day_count_convention", String.class)),
            constant(RepaymentFrequency.class, row.get("repayment_frequency", String.class)),
            row.get("instalment_count", Integer.class),
            row.get("first_due_date", LocalDate.class),
            TermsJson.read(ServicingTerms.class, row.get("servicing", String.class)),
            TermsJson.read(AllocationPolicy.class, row.get("allocation", String.class)),
            product(row)),
        MetadataJson.read(row.get("metadata", String.class)),
        row.get("opened_on", LocalDate.class),
        row.get("opened_at", Instant.class),
        LoanStanding.status(
            constant(LoanExit.class, row.get("exit", String.class)),
            row.get("exit_minor", BigDecimal.class).toBigIntegerExact(),
            row.get("closed_on", LocalDate.class)),
        row.get("closed_on", LocalDate.class));
  }

  private static ProductVersion product(Readable row) {
    String product = row.get("product_id", String.class);
    return product == null
        ? null
        : new ProductVersion(product, row.get("product_version", Integer.class));
  }

  private static LoanId loanId(Readable row) {
    return new LoanId(row.get("tenant", String.class), row.get("loan_id", UUID.class));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String stored) {
    return stored == null ? null : Enum.valueOf(type, stored.toUpperCase(Locale.ROOT));
  }
}
