package io.cascadeledger.projections.loan;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.json;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.event.PendingPaymentEvent;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.projections.sql.MetadataJson;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write the payments that are or were pending. */
final class PendingPaymentTable {

  static final String NAME = "pending_payment";

  /** What a chunk of events changes of them. */
  static final class Changes {
    private final List<Pended> pended = new ArrayList<>();
    private final List<End> ended = new ArrayList<>();

    void add(long position, PendingPaymentEvent event) {
      switch (event) {
        case PaymentPended it -> pended.add(new Pended(position, it));
        case PaymentSettled it -> ended.add(new End(it, PendingStatus.SETTLED));
        case PaymentVoided it -> ended.add(new End(it, PendingStatus.VOIDED));
      }
    }
  }

  private record Pended(long position, PaymentPended event) {}

  private record End(PendingPaymentEvent event, PendingStatus status) {}

  private static final RowsStatement<Pended> INSERT =
      new RowsStatement<>(
          """
          INSERT INTO pending_payment (borrower_id, tenant, payment_id, loan_id, entry_id, position,
              payment_kind, amount_minor, currency, effective_date, posted_at, source_method,
              external_ref, metadata)
          SELECT (SELECT l.borrower_id
                    FROM loan l
                   WHERE l.tenant = given.tenant AND l.loan_id = given.loan_id),
                 *
            FROM given
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              uuid("payment_id", row -> row.event().paymentId()),
              uuid("loan_id", row -> row.event().loan().value()),
              uuid("entry_id", row -> row.event().entry().id()),
              bigint("position", Pended::position),
              constant(
                  "payment_kind",
                  row -> Optional.ofNullable(row.event().kind()).orElse(PaymentKind.REGULAR)),
              bigint("amount_minor", row -> row.event().amount().minorUnits()),
              text("currency", row -> row.event().amount().currency().getCurrencyCode()),
              date("effective_date", row -> row.event().effectiveDate()),
              timestamp("posted_at", row -> row.event().postedAt()),
              text("source_method", row -> row.event().sourceMethod()),
              text("external_ref", row -> row.event().externalRef()),
              json("metadata", row -> MetadataJson.write(row.event().metadata()))));

  /** A payment ends once: one that is not pending is not found, which is a failure. */
  private static final RowsStatement<End> END =
      new RowsStatement<>(
          """
          UPDATE pending_payment AS payment
             SET status = given.status, ended_by_entry_id = given.entry_id
            FROM given
           WHERE payment.tenant = given.tenant AND payment.payment_id = given.payment_id
             AND payment.status = 'pending'
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              uuid("payment_id", row -> row.event().paymentId()),
              constant("status", End::status),
              uuid("entry_id", row -> row.event().entry().id())));

  private PendingPaymentTable() {}

  /** Writes what a chunk changes, after its loans. */
  static void write(JdbcTemplate jdbc, Changes changes) {
    INSERT.execute(jdbc, changes.pended);
    END.executeForEach(jdbc, changes.ended, "ended payments");
  }
}
