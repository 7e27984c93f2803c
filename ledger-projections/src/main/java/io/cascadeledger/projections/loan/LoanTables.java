package io.cascadeledger.projections.loan;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.json;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.LoanTerms;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.projections.loan.LoanChanges.Standing;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import java.util.Map.Entry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write loans and payments. */
final class LoanTables {

  static final List<String> NAMES = List.of("loan", "payment");

  private static final LoanTerms NO_TERMS = new LoanTerms(null, null, null, null, null, null);

  private static final RowsStatement<LoanOpened> INSERT_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO loan (tenant, loan_id, borrower_id, currency, program_id, principal_minor,
              annual_interest_rate, day_count_convention, repayment_frequency, instalment_count,
              first_due_date, metadata, opened_on, opened_at, status)
          SELECT o.*, 'open' FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS o
          """,
          List.of(
              text(LoanOpened::tenant),
              uuid(opened -> opened.loan().value()),
              uuid(LoanOpened::borrowerId),
              text(opened -> opened.currency().getCurrencyCode()),
              text(LoanOpened::programId),
              bigint(opened -> terms(opened).principalMinor()),
              text(opened -> terms(opened).annualInterestRate()),
              constant(opened -> terms(opened).dayCountConvention()),
              constant(opened -> terms(opened).repaymentFrequency()),
              bigint(opened -> terms(opened).instalmentCount()),
              date(opened -> terms(opened).firstDueDate()),
              json(opened -> MetadataJson.write(opened.metadata())),
              date(LoanOpened::effectiveDate),
              timestamp(LoanOpened::postedAt)));

  private static final RowsStatement<PaymentPosted> INSERT_PAYMENTS =
      new RowsStatement<>(
          """
          INSERT INTO payment (borrower_id, tenant, loan_id, payment_id, entry_id, amount_minor,
              currency, effective_date, posted_at, source_method, external_ref,
              fees_minor, interest_minor, principal_minor, suspense_minor, metadata)
          SELECT (SELECT l.borrower_id
                    FROM loan l
                   WHERE l.tenant = p.tenant AND l.loan_id = p.loan_id),
                 p.*
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS p (tenant, loan_id, payment_id, entry_id, amount_minor, currency,
                    effective_date, posted_at, source_method, external_ref, fees_minor,
                    interest_minor, principal_minor, suspense_minor, metadata)
          """,
          List.of(
              text(PaymentPosted::tenant),
              uuid(payment -> payment.loan().value()),
              uuid(PaymentPosted::paymentId),
              uuid(payment -> payment.entry().id()),
              bigint(payment -> payment.amount().minorUnits()),
              text(payment -> payment.amount().currency().getCurrencyCode()),
              date(PaymentPosted::effectiveDate),
              timestamp(PaymentPosted::postedAt),
              text(PaymentPosted::sourceMethod),
              text(PaymentPosted::externalRef),
              bigint(payment -> payment.allocation().feesMinor()),
              bigint(payment -> payment.allocation().interestMinor()),
              bigint(payment -> payment.allocation().principalMinor()),
              bigint(payment -> payment.allocation().suspenseMinor()),
              json(payment -> MetadataJson.write(payment.metadata()))));

  /** A reversed entry that is not a payment's finds nothing to mark here. */
  private static final RowsStatement<EntryReversed> MARK_REVERSED_PAYMENTS =
      new RowsStatement<>(
          """
          UPDATE payment
             SET reversed_by_entry_id = reversal.reversal_id
            FROM unnest(?, ?, ?) AS reversal (tenant, entry_id, reversal_id)
           WHERE payment.tenant = reversal.tenant AND payment.entry_id = reversal.entry_id
          """,
          List.of(
              text(EntryReversed::tenant),
              uuid(EntryReversed::reversedEntryId),
              uuid(reversal -> reversal.entry().id())));

  private static final RowsStatement<Entry<LoanId, Standing>> UPDATE_STANDINGS =
      new RowsStatement<>(
          """
          UPDATE loan
             SET status = standing.status, closed_on = standing.closed_on
            FROM unnest(?, ?, ?, ?) AS standing (tenant, loan_id, status, closed_on)
           WHERE loan.tenant = standing.tenant AND loan.loan_id = standing.loan_id
          """,
          List.of(
              text(change -> change.getKey().tenant()),
              uuid(change -> change.getKey().value()),
              constant(change -> change.getValue().status()),
              date(change -> change.getValue().closedOn())));

  private LoanTables() {}

  private static LoanTerms terms(LoanOpened opened) {
    return opened.terms() == null ? NO_TERMS : opened.terms();
  }

  /** Writes what a batch changes: loans before their payments, payments before their reversals. */
  static void write(JdbcTemplate jdbc, LoanChanges changes) {
    INSERT_LOANS.execute(jdbc, changes.opened);
    INSERT_PAYMENTS.execute(jdbc, changes.payments);
    MARK_REVERSED_PAYMENTS.execute(jdbc, changes.reversals);
    UPDATE_STANDINGS.executeForEach(
        jdbc, List.copyOf(changes.standings.entrySet()), "loans closed or opened again");
  }
}
