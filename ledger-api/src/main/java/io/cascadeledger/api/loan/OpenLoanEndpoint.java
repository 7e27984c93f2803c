package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.LOAN;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.time.LocalDate;
import java.util.UUID;

/** {@code POST /v1/loans}. */
public final class OpenLoanEndpoint {

  private static final Field<UUID> BORROWER =
      Field.uuid("borrower_id").describe("Who will owe the loan.");
  private static final Field<LocalDate> EFFECTIVE =
      Field.date("effective_at")
          .optional()
          .describe(
              "The day from which movements may count; the business date if left out. Loans that"
                  + " were opened elsewhere bring their own.")
          .example("2026-01-15");
  private static final Field<String> PROGRAM =
      Field.reference("program_id").optional().describe("The lending program it belongs to.");
  private static final Field<Long> PRINCIPAL =
      Field.amount("principal_minor")
          .optional()
          .describe("The most that may be disbursed, in minor units.")
          .example("1000000");
  private static final Field<String> RATE =
      Field.decimal("annual_interest_rate")
          .optional()
          .describe("The yearly rate as a decimal fraction.")
          .example("0.12");
  private static final Field<DayCountConvention> DAY_COUNT =
      Field.oneOf("day_count_convention", DayCountConvention.class)
          .optional()
          .describe("How days are counted.");
  private static final Field<RepaymentFrequency> FREQUENCY =
      Field.oneWordOf("repayment_frequency", RepaymentFrequency.class)
          .optional()
          .describe("How often an instalment falls due.");
  private static final Field<Integer> INSTALMENTS =
      Field.integer("instalment_count", 1, Limits.INSTALMENTS)
          .optional()
          .describe("How many instalments.");
  private static final Field<LocalDate> FIRST_DUE =
      Field.date("first_due_date").optional().describe("When the first instalment falls due.");
  private static final Field<Values> TERMS =
      Field.object(
              "terms",
              Body.of(
                  "LoanTerms",
                  PRINCIPAL,
                  RATE,
                  DAY_COUNT,
                  FREQUENCY,
                  INSTALMENTS,
                  FIRST_DUE,
                  ServicingFields.SERVICING))
          .optional()
          .describe(
              "What was agreed. The ledger enforces the principal and keeps the rest, unless it"
                  + " services the loan.")
          .example(
              JsonObjects.of(
                  "principal_minor", "1000000",
                  "annual_interest_rate", "0.12",
                  "day_count_convention", "ACT_365",
                  "repayment_frequency", "monthly",
                  "instalment_count", 12,
                  "first_due_date", "2026-02-15"));

  private static final Operation OPERATION =
      Operation.post("openLoan", "/v1/loans")
          .tag("Loans")
          .summary("Open a loan")
          .description("Opens a loan under the identifier that you give it. No money moves yet.")
          .scope(Scopes.LOANS_WRITE)
          .body(
              Body.of("LoanRequest", LOAN, BORROWER, CURRENCY, EFFECTIVE, PROGRAM, TERMS, METADATA))
          .posts("The loan was opened.", LoanReceipt.example("open"))
          .problems(
              ProblemCode.LOAN_ALREADY_EXISTS,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.TERMS_UNSOUND)
          .build();

  private OpenLoanEndpoint() {}

  /** Posts through the ledger's one way of posting. */
  public static Endpoint of(Writes writes) {
    return PostEndpoint.of(writes, OPERATION, OpenLoanEndpoint::command, LoanReceipt::of);
  }

  private static OpenLoan command(Draft draft) {
    return new OpenLoan(
        new LoanId(draft.tenant(), draft.body().get(LOAN)),
        draft.body().get(BORROWER),
        draft.body().get(CURRENCY),
        draft.body().get(PROGRAM),
        draft.body().find(TERMS).map(OpenLoanEndpoint::terms).orElse(null),
        draft.body().find(EFFECTIVE).orElse(draft.time().businessDate()),
        draft.body().get(METADATA),
        draft.time());
  }

  private static LoanTerms terms(Values terms) {
    return new LoanTerms(
        terms.get(PRINCIPAL),
        terms.get(RATE),
        terms.get(DAY_COUNT),
        terms.get(FREQUENCY),
        terms.get(INSTALMENTS),
        terms.get(FIRST_DUE),
        ServicingFields.read(terms.get(ServicingFields.SERVICING)));
  }
}
