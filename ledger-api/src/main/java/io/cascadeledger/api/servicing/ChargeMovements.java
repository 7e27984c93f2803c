package io.cascadeledger.api.servicing;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.DESCRIPTION;
import static io.cascadeledger.api.exchange.MovementFields.DUE_DATE;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.REASON;
import static io.cascadeledger.api.movement.TargetFields.COMPONENT;
import static io.cascadeledger.api.movement.TargetFields.WAIVED;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.movement.TargetFields;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.adjustment.AdjustBalance;
import io.cascadeledger.loan.fee.AssessPenalty;
import io.cascadeledger.loan.waiver.AdjustCharge;
import io.cascadeledger.loan.waiver.GrantWaiver;
import java.util.List;
import java.util.UUID;

/** What changes what a loan owes. */
final class ChargeMovements {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("The amount, in minor units.").example("500");

  private static final Field<Long> DIFFERENCE =
      Field.difference("amount_minor")
          .describe("By how much, in minor units; with a minus sign if less is owed.")
          .example("-250");

  private static final Field<String> PENALTY_TYPE =
      Field.token("penalty_type", "^[a-z][a-z0-9_]{0,31}$", "late_payment")
          .describe("What the penalty is for.");

  private static final Field<UUID> CHARGE =
      Field.uuid("charge_id").describe("The fee or penalty, by the identifier of its event.");

  private static final Field<String> REQUIRED_REASON =
      Field.text("reason", Limits.TEXT_CHARACTERS).describe("Why, in a sentence.");

  static final List<Servicing> TABLE =
      List.of(
          Servicing.of(
              "assessPenalty",
              "penalties",
              "Charge a penalty",
              "Charges a penalty: penalties receivable is debited, penalty income credited.",
              Scopes.LOANS_WRITE,
              Body.of(
                  "PenaltyRequest",
                  AMOUNT,
                  CURRENCY,
                  EFFECTIVE,
                  PENALTY_TYPE,
                  DESCRIPTION,
                  DUE_DATE,
                  METADATA),
              "The penalty was charged.",
              ChargeMovements::penalty,
              ProblemCode.CURRENCY_MISMATCH),
          Servicing.of(
              "grantWaiver",
              "waivers",
              "Waive what is owed",
              "No longer asks for something: waivers granted is debited, what was owed credited."
                  + " A charge can be waived after it was paid; what had paid it then pays what"
                  + " else is owed, and the rest is kept for the borrower.",
              Scopes.LOANS_WRITE,
              Body.of("WaiverRequest", AMOUNT, CURRENCY, EFFECTIVE, WAIVED, REASON, METADATA),
              "It was waived.",
              ChargeMovements::waiver,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.CHARGE_NOT_FOUND,
              ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY,
              ProblemCode.EXCEEDS_OWED,
              ProblemCode.EXCEEDS_CHARGE),
          Servicing.of(
              "adjustCharge",
              "charge-adjustments",
              "Make a charge smaller",
              "Reduces a fee or penalty as if it had been charged smaller: the income from it is"
                  + " debited, what was owed credited.",
              Scopes.LOANS_WRITE,
              Body.of(
                  "ChargeAdjustmentRequest", CHARGE, AMOUNT, CURRENCY, EFFECTIVE, REASON, METADATA),
              "The charge was made smaller.",
              ChargeMovements::chargeAdjustment,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.CHARGE_NOT_FOUND,
              ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY,
              ProblemCode.EXCEEDS_CHARGE),
          Servicing.of(
              "adjustBalance",
              "balance-adjustments",
              "Set a balance right",
              "Changes a component of what is owed by hand, against manual adjustments. For what"
                  + " no other movement says, such as a difference of a migration.",
              Scopes.LOANS_WRITE,
              Body.of(
                  "BalanceAdjustmentRequest",
                  COMPONENT,
                  DIFFERENCE,
                  CURRENCY,
                  EFFECTIVE,
                  REQUIRED_REASON,
                  METADATA),
              "The balance was set right.",
              ChargeMovements::balanceAdjustment,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.AMOUNT_NOT_POSITIVE));

  private ChargeMovements() {}

  private static AssessPenalty penalty(Draft draft) {
    return new AssessPenalty(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(PENALTY_TYPE),
        draft.get(DESCRIPTION),
        draft.get(DUE_DATE),
        draft.metadata(),
        draft.time());
  }

  private static GrantWaiver waiver(Draft draft) {
    return new GrantWaiver(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.money(AMOUNT),
        draft.effective(),
        TargetFields.readWaived(draft.get(WAIVED)),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }

  private static AdjustCharge chargeAdjustment(Draft draft) {
    return new AdjustCharge(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.get(CHARGE),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }

  private static AdjustBalance balanceAdjustment(Draft draft) {
    return new AdjustBalance(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.get(COMPONENT),
        draft.money(DIFFERENCE),
        draft.effective(),
        draft.get(REQUIRED_REASON),
        draft.metadata(),
        draft.time());
  }
}
