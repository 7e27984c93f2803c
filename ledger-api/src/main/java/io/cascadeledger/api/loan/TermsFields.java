package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.time.LocalDate;

/** The fields by which a loan says what was agreed, and a product what its loans begin with. */
public final class TermsFields {

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

  private static final Field<Values> PARTS =
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
              ServicingFields.SERVICING,
              WaterfallFields.WATERFALL));

  /** What was agreed on a loan. */
  static final Field<Values> TERMS =
      PARTS
          .optional()
          .describe(
              "What was agreed. The ledger enforces the principal and the waterfall, and keeps the"
                  + " rest, unless it services the loan. What a product says holds where nothing is"
                  + " said here.")
          .example(
              JsonObjects.of(
                  "principal_minor", "1000000",
                  "annual_interest_rate", "0.12",
                  "day_count_convention", "ACT_365",
                  "repayment_frequency", "monthly",
                  "instalment_count", 12,
                  "first_due_date", "2026-02-15"));

  /** What a product's loans begin with. */
  public static final Field<Values> TEMPLATE =
      PARTS
          .describe("What the terms of its loans are, where a loan does not say otherwise.")
          .example(
              JsonObjects.of(
                  "annual_interest_rate", "0.12",
                  "day_count_convention", "ACT_365",
                  "repayment_frequency", "monthly",
                  "instalment_count", 12));

  private TermsFields() {}

  /**
   * Reads terms. Of the servicing, each part is said or left out by itself; a waterfall is said as
   * a whole.
   *
   * @param said what the field says, or null
   * @param template what holds where it says nothing, or null
   * @return null if neither is there
   * @throws InvalidRequest if parts do not fit together
   */
  public static LoanTerms read(Values said, LoanTerms template) {
    if (said == null) {
      return template;
    }
    LoanTerms other = template == null ? LoanTerms.NONE : template;
    return new LoanTerms(
        said.find(PRINCIPAL).orElse(other.principalMinor()),
        said.find(RATE).orElse(other.annualInterestRate()),
        said.find(DAY_COUNT).orElse(other.dayCountConvention()),
        said.find(FREQUENCY).orElse(other.repaymentFrequency()),
        said.find(INSTALMENTS).orElse(other.instalmentCount()),
        said.find(FIRST_DUE).orElse(other.firstDueDate()),
        ServicingFields.read(said.get(ServicingFields.SERVICING), other.servicing()),
        said.find(WaterfallFields.WATERFALL)
            .map(it -> WaterfallFields.read(it, "terms.waterfall"))
            .orElse(other.allocation()),
        other.product());
  }
}
