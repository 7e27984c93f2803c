package io.cascadeledger.api.movement;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The field by which a caller says what is to be paid or waived. */
public final class TargetFields {

  /** A component of what a loan owes. */
  public static final Field<Component> COMPONENT =
      Field.oneWordOf("component", Component.class)
          .describe("A component of what is owed.")
          .example("principal");

  private static final Field<Component> ONE_COMPONENT =
      COMPONENT.optional().describe("One component of the whole loan.");
  private static final Field<UUID> CHARGE =
      Field.uuid("charge_id")
          .optional()
          .describe("One fee or penalty, by the identifier of its event.");

  private static final Field<Long> PENALTIES = part("penalties_minor", "penalties");
  private static final Field<Long> FEES = part("fees_minor", "fees");
  private static final Field<Long> INTEREST = part("interest_minor", "interest");
  private static final Field<Long> PRINCIPAL = part("principal_minor", "principal");
  private static final Field<Values> SPLIT =
      Field.object("split", Body.of("PaymentSplit", PENALTIES, FEES, INTEREST, PRINCIPAL))
          .optional()
          .describe("So much of each component; the parts must sum to the amount.");

  /** What a payment is to pay: exactly one of its members. */
  public static final Field<Values> TARGET =
      Field.object("target", Body.of("PaymentTarget", ONE_COMPONENT, CHARGE, SPLIT))
          .optional()
          .describe(
              "What it is to pay: one component, one charge, or a split. If left out, the loan's"
                  + " waterfall decides.")
          .example(Map.of("component", "principal"));

  /** What is waived: a component or a charge. */
  public static final Field<Values> WAIVED =
      Field.object("target", Body.of("WaiverTarget", ONE_COMPONENT, CHARGE))
          .describe("What is waived: one component or one charge.")
          .example(Map.of("component", "fees"));

  private TargetFields() {}

  private static Field<Long> part(String name, String component) {
    return Field.amountOrZero(name).optional(0L).describe("The part for " + component + ".");
  }

  /**
   * Reads a payment's target.
   *
   * @param target what the field says, or null
   * @return null if nothing is said
   * @throws InvalidRequest if it names none or several
   */
  public static PaymentTarget read(Values target) {
    return target == null ? null : read(target, target.get(SPLIT));
  }

  /**
   * Reads what is waived.
   *
   * @throws InvalidRequest if it names none or both
   */
  public static PaymentTarget readWaived(Values target) {
    return read(target, null);
  }

  private static PaymentTarget read(Values target, Values split) {
    Component component = target.get(ONE_COMPONENT);
    UUID charge = target.get(CHARGE);
    if (Stream.of(component, charge, split).filter(it -> it != null).count() != 1) {
      throw new InvalidRequest(
          "target", FieldErrorCode.INVALID_FORMAT, "must name exactly one thing");
    }
    if (component != null) {
      return new PaymentTarget.OneComponent(component);
    }
    return charge != null
        ? new PaymentTarget.OneCharge(charge)
        : new PaymentTarget.Split(
            new Allocation(
                split.get(PENALTIES),
                split.get(FEES),
                split.get(INTEREST),
                split.get(PRINCIPAL),
                0));
  }
}
