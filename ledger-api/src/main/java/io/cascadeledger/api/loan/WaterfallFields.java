package io.cascadeledger.api.loan;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields by which a loan says how payments are split. */
final class WaterfallFields {

  private static final int SLOTS = DueBucket.values().length * Component.values().length;

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
  private static final Field<PaymentKind> PAYMENT_TYPE =
      Field.oneOf("payment_type", kinds()).describe("The kind of payment that has it.");
  private static final Field<List<Values>> PER_PAYMENT_TYPE =
      Field.list(
              "per_payment_type",
              Body.of("PaymentTypeWaterfall", PAYMENT_TYPE, ORDER, DIRECTION, FUTURE),
              PaymentKind.values().length)
          .optional()
          .describe("Orders of their own for kinds of payments, each kind at most once.");
  private static final Field<List<Values>> CHARGEBACK_ORDER =
      Field.list(
              "chargeback_order", Body.of("ChargebackStep", COMPONENT), Component.values().length)
          .optional()
          .describe(
              "What a chargeback opens again first; principal, interest, fees, penalties if left"
                  + " out.");

  /** How payments are split; if left out, penalties, fees, interest and principal in turn. */
  static final Field<Values> WATERFALL =
      Field.object(
              "waterfall",
              Body.of(
                  "LoanWaterfall",
                  ORDER,
                  DIRECTION,
                  FUTURE,
                  EXCESS,
                  PER_PAYMENT_TYPE,
                  CHARGEBACK_ORDER))
          .optional()
          .describe(
              "How payments are split; penalties, fees, interest, principal if left out. A loan that"
                  + " the ledger does not service has no instalments, so its steps name no bucket.");

  private WaterfallFields() {}

  /** All kinds that are split: of a recovery, nothing is. */
  private static Map<String, PaymentKind> kinds() {
    Map<String, PaymentKind> kinds = new LinkedHashMap<>();
    for (PaymentKind kind : PaymentKind.values()) {
      if (kind != PaymentKind.RECOVERY) {
        kinds.put(word(kind), kind);
      }
    }
    return kinds;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads how payments are split.
   *
   * @param path where the field stands in the request, for errors
   * @throws InvalidRequest if an order does not name each component once, or a slot twice
   */
  static AllocationPolicy read(Values waterfall, String path) {
    return new AllocationPolicy(
        rule(waterfall, path),
        rules(waterfall.get(PER_PAYMENT_TYPE), path + "." + PER_PAYMENT_TYPE.name()),
        waterfall.get(EXCESS),
        waterfall
            .find(CHARGEBACK_ORDER)
            .map(steps -> components(steps, path + "." + CHARGEBACK_ORDER.name()))
            .orElse(AllocationPolicy.DEFAULT.chargebackOrder()));
  }

  private static Map<PaymentKind, AllocationRule> rules(List<Values> kinds, String path) {
    Map<PaymentKind, AllocationRule> rules = new EnumMap<>(PaymentKind.class);
    if (kinds == null) {
      return rules;
    }
    for (int i = 0; i < kinds.size(); i++) {
      String at = path + "[" + i + "]";
      PaymentKind kind = kinds.get(i).get(PAYMENT_TYPE);
      if (rules.put(kind, rule(kinds.get(i), at)) != null) {
        throw wrong(at + "." + PAYMENT_TYPE.name(), "names %s again".formatted(word(kind)));
      }
    }
    return rules;
  }

  private static AllocationRule rule(Values said, String path) {
    List<Values> steps = said.get(ORDER);
    String at = path + "." + ORDER.name();
    return steps.stream().allMatch(step -> step.get(BUCKET) == null)
        ? new ComponentOrder(components(steps, at))
        : new InstalmentOrder(slots(steps, at), said.get(DIRECTION), said.get(FUTURE));
  }

  private static List<Component> components(List<Values> steps, String path) {
    List<Component> order = new ArrayList<>();
    for (Values step : steps) {
      Component component = step.get(COMPONENT);
      if (order.contains(component)) {
        throw wrong(
            "%s[%d].%s".formatted(path, order.size(), COMPONENT.name()),
            "names %s again; each component is named once".formatted(word(component)));
      }
      order.add(component);
    }
    for (Component component : Component.values()) {
      if (!order.contains(component)) {
        throw wrong(
            path, "does not name %s; each component is named once".formatted(word(component)));
      }
    }
    return order;
  }

  private static List<Slot> slots(List<Values> steps, String path) {
    List<Slot> order = new ArrayList<>();
    Set<Slot> seen = new HashSet<>();
    for (Values step : steps) {
      String at = path + "[" + order.size() + "]";
      if (step.get(BUCKET) == null) {
        throw new InvalidRequest(
            at + "." + BUCKET.name(),
            FieldErrorCode.REQUIRED,
            "is required, as other steps name one");
      }
      Slot slot = new Slot(step.get(BUCKET), step.get(COMPONENT));
      if (!seen.add(slot)) {
        throw wrong(at, "names %s %s again".formatted(word(slot.bucket()), word(slot.component())));
      }
      order.add(slot);
    }
    return order;
  }

  private static InvalidRequest wrong(String path, String message) {
    return new InvalidRequest(path, FieldErrorCode.INVALID_FORMAT, message);
  }
}
