package io.cascadeledger.api.export;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;

import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import java.time.LocalDate;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The operations that export, as they are declared. */
final class ExportOperations {

  static final Parameter<JournalFormat> FORMAT =
      Parameter.query(
          Field.oneWordOf("format", JournalFormat.class)
              .optional()
              .describe(
                  "The form. Left out, Accept says whether it is csv or parquet, and csv if it does"
                      + " not."));
  static final Parameter<TableFormat> TABLE_FORMAT =
      Parameter.query(
          Field.oneWordOf("format", TableFormat.class)
              .optional()
              .describe("The form. Left out, Accept says it, and csv if it does not."));
  static final Parameter<LocalDate> FROM =
      Parameter.query(Field.date("from").optional().describe("The first effective date wanted."));
  static final Parameter<LocalDate> TO =
      Parameter.query(Field.date("to").optional().describe("The last effective date wanted."));
  static final Parameter<String> ACCOUNT =
      Parameter.path(
          Field.token("account_code", "^[0-9]{4}$", "1100").describe("The account's four digits."));

  static final String IN_PARQUET =
      "A file in the format of Apache Parquet, with a column for each of the table.";
  static final String MAGIC = "PAR1…";

  static final Operation JOURNAL =
      Operation.get("exportJournal", "/v1/exports/journal")
          .tag("Exports")
          .summary("Export the journal")
          .description(
              "All entries in the order in which they were posted, with the days on which they"
                  + " count; for hledger, ledger or beancount, or as a table with a line for each"
                  + " line of an entry, as comma-separated values or in Parquet.")
          .scope(Scopes.LEDGER_READ)
          .parameter(FORMAT)
          .parameter(FROM)
          .parameter(TO)
          .text(Export.CSV, "position,journal_entry_id,event_type,effective_at,…\n")
          .text(Export.PLAIN, "2026-05-01 * (7) payment_received\n")
          .text(Export.PARQUET, IN_PARQUET, MAGIC)
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  static final Operation ONE_ACCOUNT =
      Operation.get("exportAccount", "/v1/exports/accounts/{account_code}")
          .tag("Exports")
          .summary("Export an account")
          .description(
              "All lines on an account in the order in which they were posted, each with the"
                  + " balance after it. With from, the first lines are the balances of the days"
                  + " before.")
          .scope(Scopes.LEDGER_READ)
          .parameter(ACCOUNT)
          .parameter(TABLE_FORMAT)
          .parameter(FROM)
          .parameter(TO)
          .text(Export.CSV, "position,journal_entry_id,event_type,effective_at,…\n")
          .text(Export.PARQUET, IN_PARQUET, MAGIC)
          .problems(
              ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  static final Operation TRIAL_BALANCE =
      Operation.get("exportTrialBalance", "/v1/exports/trial-balance")
          .tag("Exports")
          .summary("Export the trial balance")
          .description(
              "All accounts as of a day, in each currency that was booked; with known_at, as it was"
                  + " known at a time.")
          .scope(Scopes.BALANCES_READ)
          .parameter(TABLE_FORMAT)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .text(Export.CSV, "as_of_date,account_code,account_name,account_type,currency,…\n")
          .text(Export.PARQUET, IN_PARQUET, MAGIC)
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  static final Operation LOANS =
      Operation.get("exportLoans", "/v1/exports/loans")
          .tag("Exports")
          .summary("Export the loan tape")
          .description(
              "All loans that were opened by a day, with what was agreed and what they owed on"
                  + " that day; with known_at, as it was known at a time. Whether a loan is closed"
                  + " or lost is as it is now, or was known then, whatever the day.")
          .scope(Scopes.LEDGER_READ)
          .parameter(TABLE_FORMAT)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .text(Export.CSV, "loan_id,borrower_id,currency,program_id,status,…\n")
          .text(Export.PARQUET, IN_PARQUET, MAGIC)
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  private ExportOperations() {}

  static JournalFormat journalFormat(Values parameters, ServerRequest request) {
    return parameters
        .find(FORMAT)
        .orElseGet(() -> isParquet(JOURNAL, request) ? JournalFormat.PARQUET : JournalFormat.CSV);
  }

  static TableFormat tableFormat(Operation operation, Values parameters, ServerRequest request) {
    return parameters
        .find(TABLE_FORMAT)
        .orElseGet(() -> isParquet(operation, request) ? TableFormat.PARQUET : TableFormat.CSV);
  }

  private static boolean isParquet(Operation operation, ServerRequest request) {
    return operation.answerType(request).equals(Export.PARQUET);
  }
}
