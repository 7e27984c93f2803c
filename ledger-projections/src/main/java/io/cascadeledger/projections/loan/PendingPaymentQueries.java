package io.cascadeledger.projections.loan;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.projections.sql.MetadataJson;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads the payments that are or were pending. */
public final class PendingPaymentQueries {

  private static final String OF_LOAN =
      """
      SELECT *, sum(amount_minor) OVER () AS pending_minor
        FROM pending_payment
       WHERE tenant = :tenant AND loan_id = :loan AND status = 'pending'
       ORDER BY position
       LIMIT :size
      """;

  private static final String ONE =
      "SELECT * FROM pending_payment WHERE tenant = :tenant AND payment_id = :payment";

  /** Whose a payment is, and since when it is pending if it is or was. */
  private static final String OWNER =
      """
      SELECT loan_id, effective_date FROM pending_payment
       WHERE tenant = :tenant AND payment_id = :payment
      UNION ALL
      SELECT loan_id, NULL FROM movement
       WHERE tenant = :tenant AND movement_id = :payment AND type = 'payment_received'
       LIMIT 1
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public PendingPaymentQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * What is pending of a loan.
   *
   * @param minor all of it, in minor units
   * @param payments the payments in the order in which they were announced; only the first {@link
   *     Limits#PENDING_PAYMENTS_LISTED}
   */
  public record OfLoan(BigInteger minor, List<PendingPaymentView> payments) {

    public OfLoan {
      payments = List.copyOf(payments);
    }
  }

  /**
   * Whose a payment is.
   *
   * @param loan the loan
   * @param pendingSince the day from which it is or was pending; null if it never was
   */
  public record Owner(LoanId loan, LocalDate pendingSince) {}

  /** What is pending of a loan, which may be nothing. */
  public Mono<OfLoan> ofLoan(String tenant, UUID loanId) {
    return database
        .sql(OF_LOAN)
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .bind("size", Limits.PENDING_PAYMENTS_LISTED)
        .map(row -> new OfLoan(minor(row), List.of(view(row))))
        .all()
        .collectList()
        .map(PendingPaymentQueries::together);
  }

  private static OfLoan together(List<OfLoan> parts) {
    return new OfLoan(
        parts.isEmpty() ? BigInteger.ZERO : parts.getFirst().minor(),
        parts.stream().flatMap(part -> part.payments().stream()).toList());
  }

  private static BigInteger minor(Readable row) {
    return row.get("pending_minor", BigDecimal.class).toBigIntegerExact();
  }

  /** A payment that is or was pending, or empty if the tenant has none of that identity. */
  public Mono<PendingPaymentView> payment(String tenant, UUID paymentId) {
    return bound(ONE, tenant, paymentId).map(PendingPaymentQueries::view).one();
  }

  /** Whose a payment is, pending or not; empty if the tenant has none of that identity. */
  public Mono<Owner> owner(String tenant, UUID paymentId) {
    return bound(OWNER, tenant, paymentId)
        .map(
            row ->
                new Owner(
                    new LoanId(tenant, row.get("loan_id", UUID.class)),
                    row.get("effective_date", LocalDate.class)))
        .one();
  }

  private DatabaseClient.GenericExecuteSpec bound(String sql, String tenant, UUID paymentId) {
    return database.sql(sql).bind("tenant", tenant).bind("payment", paymentId);
  }

  private static PendingPaymentView view(Readable row) {
    return new PendingPaymentView(
        new LoanId(row.get("tenant", String.class), row.get("loan_id", UUID.class)),
        row.get("payment_id", UUID.class),
        row.get("borrower_id", UUID.class),
        row.get("entry_id", UUID.class),
        PaymentKind.valueOf(upperCase(row, "payment_kind")),
        row.get("amount_minor", Long.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("effective_date", LocalDate.class),
        row.get("posted_at", Instant.class),
        row.get("source_method", String.class),
        row.get("external_ref", String.class),
        MetadataJson.read(row.get("metadata", String.class)),
        PendingStatus.valueOf(upperCase(row, "status")),
        row.get("ended_by_entry_id", UUID.class));
  }

  private static String upperCase(Readable row, String column) {
    return row.get(column, String.class).toUpperCase(Locale.ROOT);
  }
}
