package io.cascadeledger.api.loan;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields by which a loan says how the ledger is to service it. */
final class ServicingFields {

  private static final int MOST_DAYS = 366;

  /** What holds where neither the loan nor its product says anything. */
  private static final ServicingTerms UNSAID =
      new ServicingTerms(null, null, 0, 0, InstalmentRounding.HALF_UP_TO_MINOR_UNIT, null, null, 0);

  private static final Field<InterestMethod> METHOD =
      Field.oneWordOf("interest_method", InterestMethod.class)
          .optional()
          .describe("How interest is computed; required unless the product says it.")
          .example("declining_balance_daily");
  private static final Field<Amortization> AMORTIZATION =
      Field.oneWordOf("amortization", Amortization.class)
          .optional()
          .describe("How the principal is paid back, unless the schedule is given.");
  private static final Field<Integer> PRINCIPAL_GRACE =
      Field.integer("principal_grace_instalments", 0, Limits.INSTALMENTS)
          .optional()
          .describe("How many of the first instalments have no principal; none if left out.");
  private static final Field<Integer> INTEREST_GRACE =
      Field.integer("interest_grace_instalments", 0, Limits.INSTALMENTS)
          .optional()
          .describe("How many of the first instalments have no interest; none if left out.");
  private static final Field<RoundingMode> ROUNDING =
      Field.oneOf(
              "rounding_mode",
              new TreeMap<>(
                  Map.of(
                      "half_up", RoundingMode.HALF_UP,
                      "half_even", RoundingMode.HALF_EVEN,
                      "up", RoundingMode.UP,
                      "down", RoundingMode.DOWN)))
          .optional()
          .describe(
              "How instalments are rounded, half_up if left out; the rest goes to the last one.");
  private static final Field<Long> UNIT =
      Field.amount("rounding_unit_minor")
          .optional()
          .describe("What an instalment is a multiple of, in minor units; 1 if left out.");

  private static final Field<List<Values>> SCHEDULE =
      SuppliedInstalments.field("schedule")
          .optional()
          .describe("The instalments in their order, if the ledger is not to make them.");

  private static final Field<Component> LATE_COMPONENT =
      Field.oneWordOf("component", Component.class)
          .optional(Component.PENALTIES)
          .describe("fees or penalties.");
  private static final Field<Integer> GRACE_DAYS =
      Field.integer("grace_days", 0, MOST_DAYS).optional(0).describe("Days without a charge.");
  private static final Field<Long> FLAT =
      Field.amountOrZero("flat_minor").optional(0L).describe("An amount, in minor units.");
  private static final Field<String> PERCENT =
      Field.decimal("percent_of_overdue")
          .optional("0")
          .describe("A percentage of the instalment's open principal and interest.")
          .example("2.5");
  private static final Field<Values> LATE_CHARGE =
      Field.object("late_charge", Body.of("LateCharge", LATE_COMPONENT, GRACE_DAYS, FLAT, PERCENT))
          .optional()
          .describe("What each late instalment costs, once.");
  private static final Field<Integer> DELINQUENCY_GRACE =
      Field.integer("delinquency_grace_days", 0, MOST_DAYS)
          .optional()
          .describe(
              "How many days after its due date an instalment is not yet late; 0 if left out.");

  /** How the ledger services the loan; if left out, the lender does. */
  static final Field<Values> SERVICING =
      Field.object(
              "servicing",
              Body.of(
                  "ServicingTerms",
                  METHOD,
                  AMORTIZATION,
                  PRINCIPAL_GRACE,
                  INTEREST_GRACE,
                  ROUNDING,
                  UNIT,
                  SCHEDULE,
                  LATE_CHARGE,
                  DELINQUENCY_GRACE,
                  ChargeFields.CHARGES,
                  ChargeFields.DOWN_PAYMENT))
          .optional()
          .describe(
              "How the ledger services the loan: it makes the schedule and computes the interest."
                  + " If left out, the lender does, and posts the interest.");

  private ServicingFields() {}

  /**
   * Reads how the ledger is to service a loan.
   *
   * @param said what the field says, or null
   * @param template what holds where it says nothing, or null
   * @return null if neither is there
   */
  static ServicingTerms read(Values said, ServicingTerms template) {
    if (said == null) {
      return template;
    }
    ServicingTerms other = template == null ? UNSAID : template;
    return new ServicingTerms(
        said.find(METHOD).orElse(other.interestMethod()),
        said.find(AMORTIZATION).orElse(other.amortization()),
        said.find(PRINCIPAL_GRACE).orElse(other.principalGrace()),
        said.find(INTEREST_GRACE).orElse(other.interestGrace()),
        new InstalmentRounding(
            said.find(ROUNDING).orElse(other.rounding().mode()),
            said.find(UNIT).orElse(other.rounding().unitMinor())),
        said.find(SCHEDULE).map(SuppliedInstalments::read).orElse(other.schedule()),
        said.find(LATE_CHARGE).map(ServicingFields::lateCharge).orElse(other.lateCharge()),
        said.find(DELINQUENCY_GRACE).orElse(other.delinquencyGraceDays()),
        ChargeFields.charges(said, other.charges()),
        ChargeFields.downPayment(said, other.downPayment()));
  }

  private static LateCharge lateCharge(Values rule) {
    try {
      return new LateCharge(
          rule.get(LATE_COMPONENT),
          rule.get(GRACE_DAYS),
          rule.get(FLAT),
          new BigDecimal(rule.get(PERCENT)));
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(
          "terms.servicing.late_charge", FieldErrorCode.INVALID_FORMAT, e.getMessage());
    }
  }
}
