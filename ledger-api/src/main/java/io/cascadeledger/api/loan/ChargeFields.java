package io.cascadeledger.api.loan;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.DownPayment;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The fields by which a serviced loan says what it is charged, and what it pays at once. */
final class ChargeFields {

  private static final Field<String> CODE =
      Field.token("code", "^[a-z][a-z0-9_]{0,31}$", "origination")
          .describe("What it is for: the type of the fee or penalty. Each charge has its own.");
  private static final Field<Component> COMPONENT =
      Field.oneWordOf("component", Component.class)
          .optional(Component.FEES)
          .describe("fees or penalties.")
          .example("fees");
  private static final Field<Long> FLAT =
      Field.amountOrZero("flat_minor").optional(0L).describe("An amount, in minor units.");
  private static final Field<String> PERCENT =
      Field.decimal("percent")
          .optional("0")
          .describe("A percentage in place of an amount, rounded half up to a minor unit.")
          .example("1.5");
  private static final Field<PercentOf> PERCENT_OF =
      Field.oneWordOf("percent_of", PercentOf.class)
          .optional()
          .describe(
              "What it is a percentage of: the principal of the disbursement it comes with, or else"
                  + " all that was paid out by then; or the scheduled principal and interest of"
                  + " the instalment it comes with.")
          .example("principal_disbursed");
  private static final Field<ChargeDue> DUE =
      Field.oneWordOf("due", ChargeDue.class)
          .describe("Whether it falls due with each disbursement, each instalment, or on a date.")
          .example("disbursement");
  private static final Field<LocalDate> DUE_DATE =
      Field.date("due_date").optional().describe("The date, if it falls due on one.");

  /** What was agreed to be charged. */
  static final Field<List<Values>> CHARGES =
      Field.list(
              "charges",
              Body.of("AgreedCharge", CODE, COMPONENT, FLAT, PERCENT, PERCENT_OF, DUE, DUE_DATE),
              Limits.AGREED_CHARGES)
          .optional()
          .describe("Fees and penalties that the ledger charges by itself when they fall due.");

  private static final Field<Long> DOWN_FLAT =
      Field.amountOrZero("flat_minor")
          .optional(0L)
          .describe("An amount, in minor units; of a smaller disbursement all of it.");
  private static final Field<String> DOWN_PERCENT =
      Field.decimal("percent")
          .optional("0")
          .describe("A percentage of the disbursement in place of an amount.")
          .example("20");

  /** What of each disbursement falls due at once. */
  static final Field<Values> DOWN_PAYMENT =
      Field.object("down_payment", Body.of("DownPayment", DOWN_FLAT, DOWN_PERCENT))
          .optional()
          .describe("What of each disbursement falls due on its day; instalments have the rest.");

  /** The fees of an instalment that the lender supplies. */
  static final Field<Long> INSTALMENT_FEES =
      Field.amountOrZero("fees_minor").optional(0L).describe("Its fees.");

  /** The penalties of an instalment that the lender supplies. */
  static final Field<Long> INSTALMENT_PENALTIES =
      Field.amountOrZero("penalties_minor").optional(0L).describe("Its penalties.");

  private ChargeFields() {}

  /** What the fields say is charged, or the charges of the template if they say nothing. */
  static List<AgreedCharge> charges(Values servicing, List<AgreedCharge> template) {
    List<Values> rows = servicing.get(CHARGES);
    if (rows == null) {
      return template;
    }
    List<AgreedCharge> charges = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        charges.add(charge(rows.get(i)));
      } catch (IllegalArgumentException e) {
        throw invalid("charges[" + i + "]", e);
      }
    }
    return charges;
  }

  private static AgreedCharge charge(Values row) {
    return new AgreedCharge(
        row.get(CODE),
        row.get(COMPONENT),
        row.get(FLAT),
        new BigDecimal(row.get(PERCENT)),
        row.get(PERCENT_OF),
        row.get(DUE),
        row.get(DUE_DATE));
  }

  /** The down payment that the fields ask for, or that of the template if they say nothing. */
  static DownPayment downPayment(Values servicing, DownPayment template) {
    Values down = servicing.get(DOWN_PAYMENT);
    if (down == null) {
      return template;
    }
    try {
      return new DownPayment(down.get(DOWN_FLAT), new BigDecimal(down.get(DOWN_PERCENT)));
    } catch (IllegalArgumentException e) {
      throw invalid("down_payment", e);
    }
  }

  private static InvalidRequest invalid(String field, IllegalArgumentException e) {
    return new InvalidRequest(
        "terms.servicing." + field, FieldErrorCode.INVALID_FORMAT, e.getMessage());
  }
}
