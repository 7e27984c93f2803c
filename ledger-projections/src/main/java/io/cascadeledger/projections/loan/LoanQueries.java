package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads loans and payments as they stand. */
public final class LoanQueries {

  private static final String PAYMENT =
      """
      SELECT p.*, r.entry_id AS reversed_by_entry_id
        FROM payment p
        LEFT JOIN reversal r ON r.tenant = p.tenant AND r.reversed_entry_id = p.entry_id
       WHERE p.tenant = :tenant AND p.payment_id = :payment
      """;

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

  /**
   * A payment.
   *
   * @return the payment, or empty if the tenant has none of that identity
   */
  public Mono<PaymentView> payment(String tenant, UUID paymentId) {
    return database
        .sql(PAYMENT)
        .bind("tenant", tenant)
        .bind("payment", paymentId)
        .map(LoanQueries::payment)
        .one();
  }

  private static LoanView loan(Readable row) {
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
            row.get("first_due_date", LocalDate.class)),
        MetadataJson.read(row.get("metadata", String.class)),
        row.get("opened_on", LocalDate.class),
        row.get("opened_at", Instant.class),
        constant(LoanStatus.class, row.get("status", String.class)),
        row.get("closed_on", LocalDate.class));
  }

  private static PaymentView payment(Readable row) {
    return new PaymentView(
        loanId(row),
        row.get("payment_id", UUID.class),
        row.get("borrower_id", UUID.class),
        row.get("entry_id", UUID.class),
        Money.ofMinor(row.get("amount_minor", Long.class), row.get("currency", String.class)),
        row.get("effective_date", LocalDate.class),
        row.get("posted_at", Instant.class),
        row.get("source_method", String.class),
        row.get("external_ref", String.class),
        new Allocation(
            row.get("fees_minor", Long.class),
            row.get("interest_minor", Long.class),
            row.get("principal_minor", Long.class),
            row.get("suspense_minor", Long.class)),
        MetadataJson.read(row.get("metadata", String.class)),
        row.get("reversed_by_entry_id", UUID.class));
  }

  private static LoanId loanId(Readable row) {
    return new LoanId(row.get("tenant", String.class), row.get("loan_id", UUID.class));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String stored) {
    return stored == null ? null : Enum.valueOf(type, stored.toUpperCase(Locale.ROOT));
  }
}
