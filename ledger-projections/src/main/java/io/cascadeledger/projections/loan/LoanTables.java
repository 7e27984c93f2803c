package io.cascadeledger.projections.loan;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.integer;
import static io.cascadeledger.projections.sql.RowsStatement.json;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;
import static java.util.stream.Collectors.toSet;

import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.projections.sql.LoanColumn;
import io.cascadeledger.projections.sql.MetadataJson;
import io.cascadeledger.projections.sql.RowsCopy;
import io.cascadeledger.projections.sql.RowsStatement;
import io.cascadeledger.waterfall.Allocation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write loans and their movements. */
final class LoanTables {

  static final List<String> NAMES = List.of("loan", "movement", "reversal", "restatement");

  private static final RowsStatement<LoanOpened> INSERT_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO loan (tenant, loan_id, borrower_id, currency, program_id, principal_minor,
              annual_interest_rate, day_count_convention, repayment_frequency, instalment_count,
              first_due_date, interest_method, servicing, allocation, product_id, product_version,
              metadata, opened_on, opened_at)
          SELECT * FROM given
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
              constant("interest_method", LoanTables::interestMethod),
              json("servicing", opened -> TermsJson.write(terms(opened).servicing())),
              json("allocation", opened -> TermsJson.write(terms(opened).allocation())),
              text("product_id", opened -> product(opened, ProductVersion::productId)),
              integer("product_version", opened -> product(opened, ProductVersion::version)),
              json("metadata", opened -> MetadataJson.write(opened.metadata())),
              date("opened_on", LoanOpened::effectiveDate),
              timestamp("opened_at", LoanOpened::postedAt)));

  /** A movement, and who owes its loan. */
  private record OwedMovement(MovementRow row, UUID borrowerId) {

    private static List<OwedMovement> of(List<MovementRow> movements, LoanColumn borrowers) {
      Map<LoanId, UUID> known =
          borrowers.of(movements.stream().map(row -> row.event().loan()).collect(toSet()));
      return movements.stream()
          .map(row -> new OwedMovement(row, known.get(row.event().loan())))
          .toList();
    }
  }

  private static final RowsCopy<OwedMovement> INSERT_MOVEMENTS =
      new RowsCopy<>(
          "movement",
          List.of(
              text("tenant", owed -> owed.row().event().tenant()),
              uuid("loan_id", owed -> owed.row().event().loan().value()),
              uuid("borrower_id", OwedMovement::borrowerId),
              uuid("movement_id", owed -> owed.row().movement().id()),
              uuid("entry_id", owed -> owed.row().movement().entryId()),
              bigint("position", owed -> owed.row().position()),
              constant("type", owed -> owed.row().movement().type()),
              constant("payment_kind", owed -> owed.row().paymentKind()),
              bigint("amount_minor", owed -> owed.row().amountMinor()),
              text("currency", owed -> owed.row().currency()),
              date("effective_date", owed -> owed.row().movement().effectiveDate()),
              date("due_date", owed -> owed.row().movement().dueDate()),
              timestamp("posted_at", owed -> owed.row().event().postedAt()),
              text("source_method", owed -> owed.row().sourceMethod()),
              text("external_ref", owed -> owed.row().externalRef()),
              bigint("penalties_minor", owed -> owed.row().part(Allocation::penaltiesMinor)),
              bigint("fees_minor", owed -> owed.row().part(Allocation::feesMinor)),
              bigint("interest_minor", owed -> owed.row().part(Allocation::interestMinor)),
              bigint("principal_minor", owed -> owed.row().part(Allocation::principalMinor)),
              bigint("suspense_minor", owed -> owed.row().part(Allocation::suspenseMinor)),
              json("metadata", owed -> owed.row().metadata())));

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

  private static final RowsStatement<RestatementRow> INSERT_RESTATEMENTS =
      new RowsStatement<>(
          """
          INSERT INTO restatement (tenant, restated_entry_id, position, entry_id, caused_by_id,
              owed_minor, penalties_minor, fees_minor, interest_minor, principal_minor,
              suspense_minor)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              uuid("restated_entry_id", row -> row.event().restatedEntryId()),
              bigint("position", RestatementRow::position),
              uuid("entry_id", row -> row.event().entry().id()),
              uuid("caused_by_id", row -> row.event().causedByEntryId()),
              bigint("owed_minor", RestatementRow::owedMinor),
              bigint("penalties_minor", row -> row.part(Allocation::penaltiesMinor)),
              bigint("fees_minor", row -> row.part(Allocation::feesMinor)),
              bigint("interest_minor", row -> row.part(Allocation::interestMinor)),
              bigint("principal_minor", row -> row.part(Allocation::principalMinor)),
              bigint("suspense_minor", row -> row.part(Allocation::suspenseMinor))));

  private LoanTables() {}

  private static InterestMethod interestMethod(LoanOpened opened) {
    ServicingTerms servicing = terms(opened).servicing();
    return servicing == null ? null : servicing.interestMethod();
  }

  private static LoanTerms terms(LoanOpened opened) {
    return opened.terms() == null ? LoanTerms.NONE : opened.terms();
  }

  private static <T> T product(LoanOpened opened, Function<ProductVersion, T> part) {
    ProductVersion product = terms(opened).product();
    return product == null ? null : part.apply(product);
  }

  /**
   * Writes what a chunk changes: loans before their movements.
   *
   * @param borrowers who owes each loan
   */
  static void write(JdbcTemplate jdbc, LoanChanges changes, LoanColumn borrowers) {
    INSERT_LOANS.execute(jdbc, changes.opened);
    changes.opened.forEach(opened -> borrowers.put(opened.loan(), opened.borrowerId()));
    INSERT_MOVEMENTS.execute(jdbc, OwedMovement.of(changes.movements, borrowers));
    INSERT_REVERSALS.execute(jdbc, changes.reversals);
    INSERT_RESTATEMENTS.execute(jdbc, changes.restatements);
    StandingTable.write(jdbc, changes.standings);
  }
}
