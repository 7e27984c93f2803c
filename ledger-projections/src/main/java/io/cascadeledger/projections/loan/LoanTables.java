package io.cascadeledger.projections.loan;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.integer;
import static io.cascadeledger.projections.sql.RowsStatement.json;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.projections.loan.LoanChanges.Standing;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import java.util.Map.Entry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write loans and payments. */
final class LoanTables {

  static final List<String> NAMES = List.of("loan", "payment", "reversal");

  private static final LoanTerms NO_TERMS = new LoanTerms(null, null, null, null, null, null);

  private static final RowsStatement<LoanOpened> INSERT_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO loan (tenant, loan_id, borrower_id, currency, program_id, principal_minor,
              annual_interest_rate, day_count_convention, repayment_frequency, instalment_count,
              first_due_date, metadata, opened_on, opened_at, status)
          SELECT *, 'open' FROM given
          """,
          List.of(
              text("tenant", LoanOpened::tenant),
              uuid("loan_id", opened -> opened.loan().value()),
              uuid("borrower_id", LoanOpened::borrowerId),
              text("currency", opened -> opened.currency().getCurrencyCode()),
              text("program_id", LoanOpened::programId),
              bigint("principal_minor", opened -> terms(opened).principalMinor()),
              text("annual_interest_rate", opened -> terms(opened).annualInterestRate()),
              constant("day_count_convention", opened -> terms(opened).dayCountConvention()),
              constant("repayment_frequency", opened -> terms(opened).repaymentFrequency()),
              integer("instalment_count", opened -> terms(opened).instalmentCount()),
              date("first_due_date", opened -> terms(opened).firstDueDate()),
              json("metadata", opened -> MetadataJson.write(opened.metadata())),
              date("opened_on", LoanOpened::effectiveDate),
              timestamp("opened_at", LoanOpened::postedAt)));

  private static final RowsStatement<PaymentPosted> INSERT_PAYMENTS =
      new RowsStatement<>(
          """
          INSERT INTO payment (borrower_id, tenant, loan_id, payment_id, entry_id, amount_minor,
              currency, effective_date, posted_at, source_method, external_ref,
              fees_minor, interest_minor, principal_minor, suspense_minor, metadata)
          SELECT (SELECT l.borrower_id
                    FROM loan l
                   WHERE l.tenant = given.tenant AND l.loan_id = given.loan_id),
                 *
            FROM given
          """,
          List.of(
              text("tenant", PaymentPosted::tenant),
              uuid("loan_id", payment -> payment.loan().value()),
              uuid("payment_id", PaymentPosted::paymentId),
              uuid("entry_id", payment -> payment.entry().id()),
              bigint("amount_minor", payment -> payment.amount().minorUnits()),
              text("currency", payment -> payment.amount().currency().getCurrencyCode()),
              date("effective_date", PaymentPosted::effectiveDate),
              timestamp("posted_at", PaymentPosted::postedAt),
              text("source_method", PaymentPosted::sourceMethod),
              text("external_ref", PaymentPosted::externalRef),
              bigint("fees_minor", payment -> payment.allocation().feesMinor()),
              bigint("interest_minor", payment -> payment.allocation().interestMinor()),
              bigint("principal_minor", payment -> payment.allocation().principalMinor()),
              bigint("suspense_minor", payment -> payment.allocation().suspenseMinor()),
              json("metadata", payment -> MetadataJson.write(payment.metadata()))));

  private static final RowsStatement<EntryReversed> INSERT_REVERSALS =
      new RowsStatement<>(
          """
          INSERT INTO reversal (tenant, reversed_entry_id, entry_id)
          SELECT tenant, reversed_entry_id, entry_id FROM given
          """,
          List.of(
              text("tenant", EntryReversed::tenant),
              uuid("reversed_entry_id", EntryReversed::reversedEntryId),
              uuid("entry_id", reversal -> reversal.entry().id())));

  private static final RowsStatement<Entry<LoanId, Standing>> UPDATE_STANDINGS =
      new RowsStatement<>(
          """
          UPDATE loan
             SET status = given.status, closed_on = given.closed_on
            FROM given
           WHERE loan.tenant = given.tenant AND loan.loan_id = given.loan_id
          """,
          List.of(
              text("tenant", change -> change.getKey().tenant()),
              uuid("loan_id", change -> change.getKey().value()),
              constant("status", change -> change.getValue().status()),
              date("closed_on", change -> change.getValue().closedOn())));

  private LoanTables() {}

  private static LoanTerms terms(LoanOpened opened) {
    return opened.terms() == null ? NO_TERMS : opened.terms();
  }

  /** Writes what a chunk changes: loans before their payments. */
  static void write(JdbcTemplate jdbc, LoanChanges changes) {
    INSERT_LOANS.execute(jdbc, changes.opened);
    INSERT_PAYMENTS.execute(jdbc, changes.payments);
    INSERT_REVERSALS.execute(jdbc, changes.reversals);
    UPDATE_STANDINGS.executeForEach(
        jdbc, List.copyOf(changes.standings.entrySet()), "loans closed or opened again");
  }
}
