package io.cascadeledger.api.loan;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.Slot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields by which a loan says how the ledger is to service it. */
final class ServicingFields {

  private static final int MOST_DAYS = 366;
  private static final int SLOTS = DueBucket.values().length * Component.values().length;

  private static final Field<InterestMethod> METHOD =
      Field.oneWordOf("interest_method", InterestMethod.class)
          .describe("How interest is computed.")
          .example("declining_balance_daily");
  private static final Field<Amortization> AMORTIZATION =
      Field.oneWordOf("amortization", Amortization.class)
          .optional()
          .describe("How the principal is paid back, unless the schedule is given.");
  private static final Field<Integer> PRINCIPAL_GRACE =
      Field.integer("principal_grace_instalments", 0, Limits.INSTALMENTS)
          .optional(0)
          .describe("How many of the first instalments have no principal.");
  private static final Field<Integer> INTEREST_GRACE =
      Field.integer("interest_grace_instalments", 0, Limits.INSTALMENTS)
          .optional(0)
          .describe("How many of the first instalments have no interest.");
  private static final Field<RoundingMode> ROUNDING =
      Field.oneOf(
              "rounding_mode",
              new TreeMap<>(
                  Map.of(
                      "half_up", RoundingMode.HALF_UP,
                      "half_even", RoundingMode.HALF_EVEN,
                      "up", RoundingMode.UP,
                      "down", RoundingMode.DOWN)))
          .optional(RoundingMode.HALF_UP)
          .describe("How instalments are rounded; the rest goes to the last one.");
  private static final Field<Long> UNIT =
      Field.amount("rounding_unit_minor")
          .optional(1L)
          .describe("What an instalment is a multiple of, in minor units.");

  private static final Field<LocalDate> DUE = Field.date("due_date").describe("When it falls due.");
  private static final Field<Long> PRINCIPAL =
      Field.amountOrZero("principal_minor").optional(0L).describe("Its principal.");
  private static final Field<Long> INTEREST =
      Field.amountOrZero("interest_minor").optional(0L).describe("Its interest.");
  private static final Field<List<Values>> SCHEDULE =
      Field.list(
              "schedule",
              Body.of(
                  "SuppliedInstalment",
                  DUE,
                  PRINCIPAL,
                  INTEREST,
                  ChargeFields.INSTALMENT_FEES,
                  ChargeFields.INSTALMENT_PENALTIES),
              Limits.INSTALMENTS)
          .optional()
          .describe("The instalments in their order, if the ledger is not to make them.");

  private static final Field<DueBucket> BUCKET =
      Field.oneWordOf("bucket", DueBucket.class)
          .optional()
          .describe("Which instalments, in a waterfall by instalment. All steps name it, or none.");
  private static final Field<Component> COMPONENT =
      Field.oneWordOf("component", Component.class).describe("Which component.");
  private static final Field<List<Values>> ORDER =
      Field.list("order", Body.of("WaterfallStep", BUCKET, COMPONENT), SLOTS)
          .describe("The steps, first served first.");
  private static final Field<InstalmentOrder.Direction> DIRECTION =
      Field.oneWordOf("direction", InstalmentOrder.Direction.class)
          .optional(InstalmentOrder.Direction.HORIZONTAL)
          .describe("By instalment, or component by component.");
  private static final Field<FutureInstalments> FUTURE =
      Field.oneWordOf("future", FutureInstalments.class)
          .optional(FutureInstalments.NEXT_FIRST)
          .describe("Which instalment comes first of those that are not due yet.");
  private static final Field<Excess> EXCESS =
      Field.oneWordOf("excess", Excess.class)
          .optional(Excess.SUSPENSE)
          .describe("What becomes of what the steps do not place.");
  private static final Field<Values> WATERFALL =
      Field.object("waterfall", Body.of("LoanWaterfall", ORDER, DIRECTION, FUTURE, EXCESS))
          .optional()
          .describe("How payments are split; penalties, fees, interest, principal if left out.");

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
          .optional(0)
          .describe("How many days after its due date an instalment is not yet late.");

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
                  WATERFALL,
                  LATE_CHARGE,
                  DELINQUENCY_GRACE,
                  ChargeFields.CHARGES,
                  ChargeFields.DOWN_PAYMENT))
          .optional()
          .describe(
              "How the ledger services the loan: it makes the schedule and computes the interest."
                  + " If left out, the lender does, and posts the interest.");

  private ServicingFields() {}

  static ServicingTerms read(Values servicing) {
    if (servicing == null) {
      return null;
    }
    List<Values> schedule = servicing.get(SCHEDULE);
    ServicingTerms terms =
        new ServicingTerms(
            servicing.get(METHOD),
            servicing.get(AMORTIZATION),
            servicing.get(PRINCIPAL_GRACE),
            servicing.get(INTEREST_GRACE),
            new InstalmentRounding(servicing.get(ROUNDING), servicing.get(UNIT)),
            schedule == null ? null : schedule(schedule),
            policy(servicing.get(WATERFALL)),
            lateCharge(servicing.get(LATE_CHARGE)),
            servicing.get(DELINQUENCY_GRACE),
            null);
    return ChargeFields.with(terms, servicing);
  }

  private static List<ScheduledInstalment> schedule(List<Values> rows) {
    int[] number = {0};
    return rows.stream()
        .map(
            row ->
                new ScheduledInstalment(
                    ++number[0],
                    row.get(DUE),
                    row.get(PRINCIPAL),
                    row.get(INTEREST),
                    row.get(ChargeFields.INSTALMENT_FEES),
                    row.get(ChargeFields.INSTALMENT_PENALTIES)))
        .toList();
  }

  private static AllocationPolicy policy(Values waterfall) {
    if (waterfall == null) {
      return null;
    }
    return new AllocationPolicy(
        rule(waterfall),
        Map.of(),
        waterfall.get(EXCESS),
        AllocationPolicy.DEFAULT.chargebackOrder());
  }

  private static AllocationRule rule(Values waterfall) {
    List<Values> steps = waterfall.get(ORDER);
    long named = steps.stream().filter(step -> step.get(BUCKET) != null).count();
    try {
      if (named == 0) {
        return new ComponentOrder(steps.stream().map(step -> step.get(COMPONENT)).toList());
      }
      if (named == steps.size()) {
        return new InstalmentOrder(
            steps.stream().map(step -> new Slot(step.get(BUCKET), step.get(COMPONENT))).toList(),
            waterfall.get(DIRECTION),
            waterfall.get(FUTURE));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(
          "terms.servicing.waterfall.order", FieldErrorCode.INVALID_FORMAT, e.getMessage());
    }
    throw new InvalidRequest(
        "terms.servicing.waterfall.order",
        FieldErrorCode.INVALID_FORMAT,
        "must name a bucket in each step, or in none");
  }

  private static LateCharge lateCharge(Values rule) {
    if (rule == null) {
      return null;
    }
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
