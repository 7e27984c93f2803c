package io.cascadeledger.projections.loan;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.sql.MetadataJson;
import io.cascadeledger.waterfall.Allocation;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads the movements of loans, payments among them, as they count. */
public final class MovementQueries {

  /** Later than anything is posted, or counts. */
  static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

  private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

  private static final String MOVEMENT = select("", "");

  private static final String PAYMENT =
      MOVEMENT
          + """
             WHERE m.tenant = :tenant AND m.movement_id = :payment AND m.type = 'payment_received'
            """;

  private static final String PAGE =
      """
               AND (:after = 0
                    OR (m.effective_date, m.position) >
                       (SELECT a.effective_date, a.position
                          FROM movement a
                         WHERE a.tenant = :tenant AND a.loan_id = :loan AND a.position = :after))
             ORDER BY m.effective_date, m.position
             LIMIT :size
            """;

  private static final String OF_LOAN =
      MOVEMENT + " WHERE m.tenant = :tenant AND m.loan_id = :loan" + PAGE;

  private static final String OF_LOAN_AS_KNOWN =
      select(known("r"), known("s"))
          + """
             WHERE m.tenant = :tenant AND m.loan_id = :loan
               AND m.posted_at <= :known_at AND m.effective_date <= :as_of
            """
          + PAGE;

  private final DatabaseClient database;

  /** The movements, as those of their reversals and restatements have them that are chosen. */
  private static String select(String reversals, String restatements) {
    return """
      SELECT m.*, r.entry_id AS reversed_by_entry_id, s.*,
             m.amount_minor + coalesce(
               CASE m.type
                 WHEN 'accrual' THEN s.owed_now
                 WHEN 'charge_off' THEN -s.owed_now
                 WHEN 'write_off' THEN -s.owed_now
               END, 0) AS amount_now
        FROM movement m
        LEFT JOIN reversal r
          ON r.tenant = m.tenant AND r.reversed_entry_id = m.entry_id %s
        LEFT JOIN LATERAL (
               SELECT sum(s.owed_minor)::bigint AS owed_now,
                      array_agg(s.entry_id ORDER BY s.position) AS restated_by,
                      array_agg(s.caused_by_id ORDER BY s.position) AS restated_because_of,
                      (array_agg(s.penalties_minor ORDER BY s.position DESC))[1] AS penalties_now,
                      (array_agg(s.fees_minor ORDER BY s.position DESC))[1] AS fees_now,
                      (array_agg(s.interest_minor ORDER BY s.position DESC))[1] AS interest_now,
                      (array_agg(s.principal_minor ORDER BY s.position DESC))[1] AS principal_now,
                      (array_agg(s.suspense_minor ORDER BY s.position DESC))[1] AS suspense_now
                 FROM restatement s
                WHERE s.tenant = m.tenant AND s.restated_entry_id = m.entry_id %s) s ON true
      """
        .formatted(reversals, restatements);
  }

  /** Those whose entry counts by a day, and was posted by a time. */
  private static String known(String correction) {
    return """
        AND EXISTS (SELECT FROM journal_entry e
                     WHERE e.tenant = %1$s.tenant AND e.entry_id = %1$s.entry_id
                       AND e.posted_at <= :known_at
                       AND coalesce(e.value_date, e.effective_date) <= :as_of)
        """
        .formatted(correction);
  }

  /** Queries on a database. */
  public MovementQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * A payment.
   *
   * @return the payment, or empty if the tenant has none of that identity
   */
  public Mono<MovementView> payment(String tenant, UUID paymentId) {
    return database
        .sql(PAYMENT)
        .bind("tenant", tenant)
        .bind("payment", paymentId)
        .map(MovementQueries::movement)
        .one();
  }

  /**
   * A loan's movements in the order in which they count: by effective date, then as they came.
   *
   * @param after the position after which to start: {@code next} of the page before, or 0
   * @param pageSize how many at most, from 1 to {@link Limits#PAGE_SIZE}
   * @return the page; or empty if the tenant has no such loan
   */
  public Mono<Page<MovementView>> ofLoan(String tenant, UUID loanId, long after, int pageSize) {
    return database
        .sql(OF_LOAN)
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .bind("after", after)
        // One more than wanted tells whether there is another page.
        .bind("size", pageSize + 1)
        .map(MovementQueries::movement)
        .all()
        .collectList()
        .map(found -> page(found, pageSize))
        .filterWhen(page -> page.items().isEmpty() ? hasLoan(tenant, loanId) : Mono.just(true));
  }

  /**
   * The movements of a loan that count by a day, each as it was known at a time. The journal must
   * have come as far as the loans.
   *
   * @param asOf the last effective date that counts; null if all count
   * @param knownAt what was posted later does not count; null if all counts
   * @param after the position after which to start: {@code next} of the page before, or 0
   * @param pageSize how many at most, from 1 to {@link Limits#PAGE_SIZE}
   * @return the page; or empty if the tenant had no such loan then
   */
  public Mono<Page<MovementView>> ofLoan(
      LoanId loan, LocalDate asOf, Instant knownAt, long after, int pageSize) {
    Instant time = knownAt == null ? ALWAYS : knownAt;
    return database
        .sql(OF_LOAN_AS_KNOWN)
        .bind("tenant", loan.tenant())
        .bind("loan", loan.value())
        .bind("as_of", asOf == null ? ANY_DAY : asOf)
        .bind("known_at", time)
        .bind("after", after)
        .bind("size", pageSize + 1)
        .map(MovementQueries::movement)
        .all()
        .collectList()
        .map(found -> page(found, pageSize))
        .filterWhen(page -> page.items().isEmpty() ? wasKnown(loan, time) : Mono.just(true));
  }

  private Mono<Boolean> wasKnown(LoanId loan, Instant time) {
    return database
        .sql(
            "SELECT true FROM loan"
                + " WHERE tenant = :tenant AND loan_id = :loan AND opened_at <= :known_at")
        .bind("tenant", loan.tenant())
        .bind("loan", loan.value())
        .bind("known_at", time)
        .map(row -> row.get(0, Boolean.class))
        .one();
  }

  private static Page<MovementView> page(List<MovementView> found, int size) {
    return found.size() <= size
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, size), found.get(size - 1).position());
  }

  private Mono<Boolean> hasLoan(String tenant, UUID loanId) {
    return database
        .sql("SELECT true FROM loan WHERE tenant = :tenant AND loan_id = :loan")
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .map(row -> row.get(0, Boolean.class))
        .one();
  }

  private static MovementView movement(Readable row) {
    UUID[] restatedBy = row.get("restated_by", UUID[].class);
    String metadata = row.get("metadata", String.class);
    return new MovementView(
        new LoanId(row.get("tenant", String.class), row.get("loan_id", UUID.class)),
        row.get("movement_id", UUID.class),
        row.get("borrower_id", UUID.class),
        row.get("entry_id", UUID.class),
        row.get("position", Long.class),
        constant(EntryType.class, row.get("type", String.class)),
        constant(PaymentKind.class, row.get("payment_kind", String.class)),
        row.get("amount_now", Long.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("effective_date", LocalDate.class),
        row.get("due_date", LocalDate.class),
        row.get("posted_at", Instant.class),
        row.get("source_method", String.class),
        row.get("external_ref", String.class),
        allocation(row, restatedBy == null ? "minor" : "now"),
        restatedBy == null ? null : asPosted(row, restatedBy),
        metadata == null ? Metadata.NONE : MetadataJson.read(metadata),
        row.get("reversed_by_entry_id", UUID.class));
  }

  private static MovementView.AsPosted asPosted(Readable row, UUID[] restatedBy) {
    UUID[] becauseOf = row.get("restated_because_of", UUID[].class);
    return new MovementView.AsPosted(
        row.get("amount_minor", Long.class),
        allocation(row, "minor"),
        IntStream.range(
                Math.max(0, restatedBy.length - Limits.RESTATEMENTS_LISTED), restatedBy.length)
            .mapToObj(index -> new MovementView.Restatement(restatedBy[index], becauseOf[index]))
            .toList());
  }

  private static Allocation allocation(Readable row, String when) {
    Long penalties = row.get("penalties_" + when, Long.class);
    return penalties == null
        ? null
        : new Allocation(
            penalties,
            row.get("fees_" + when, Long.class),
            row.get("interest_" + when, Long.class),
            row.get("principal_" + when, Long.class),
            row.get("suspense_" + when, Long.class));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String stored) {
    return stored == null ? null : Enum.valueOf(type, stored.toUpperCase(Locale.ROOT));
  }
}
