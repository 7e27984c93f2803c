package io.cascadeledger.api.servicing;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.DESTINATION_REF;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.METHOD;
import static io.cascadeledger.api.exchange.MovementFields.REASON;
import static io.cascadeledger.api.movement.TargetFields.TARGET;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.movement.TargetFields;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.chargeback.PostChargeback;
import io.cascadeledger.loan.payment.ReturnPayment;
import io.cascadeledger.loan.suspense.ApplySuspense;
import io.cascadeledger.loan.suspense.RefundCredit;
import io.cascadeledger.money.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is done with money that was received. */
final class MoneyMovements {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("The amount, in minor units.").example("5000");

  private static final Field<UUID> PAYMENT =
      Field.uuid("payment_event_id").describe("The payment, by the identifier of its event.");

  private static final Field<String> RETURN_CODE =
      Field.token("return_code", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$", "R01")
          .describe("Why, in the code of the bank or scheme.");

  private static final Field<Long> FEE_AMOUNT =
      Field.amount("amount_minor").describe("The fee, in minor units.").example("2500");

  private static final Field<Values> FEE =
      Field.object("fee", Body.of("ReturnFee", FEE_AMOUNT, CURRENCY))
          .optional()
          .describe("The fee for the returned payment; none if left out.");

  static final List<Servicing> TABLE =
      List.of(
          Servicing.of(
              "applySuspense",
              "suspense-applications",
              "Pay out of suspense",
              "Uses money that is kept for the borrower to pay what is owed: suspense is debited.",
              Scopes.PAYMENTS_WRITE,
              Body.of("SuspenseApplicationRequest", AMOUNT, CURRENCY, EFFECTIVE, TARGET, METADATA),
              "It was paid out of suspense.",
              MoneyMovements::suspenseApplication,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.CHARGE_NOT_FOUND,
              ProblemCode.EXCEEDS_SUSPENSE,
              ProblemCode.NOTHING_OWED),
          Servicing.of(
                  "refundCredit",
                  "refunds",
                  "Pay back what is kept for the borrower",
                  "Pays money in suspense back: suspense is debited, cash clearing credited.",
                  Scopes.DISBURSEMENTS_WRITE,
                  Body.of(
                      "RefundRequest",
                      AMOUNT,
                      CURRENCY,
                      EFFECTIVE,
                      METHOD,
                      DESTINATION_REF,
                      REASON,
                      METADATA),
                  "It was paid back.",
                  MoneyMovements::refund,
                  ProblemCode.CURRENCY_MISMATCH,
                  ProblemCode.EXCEEDS_SUSPENSE)
              .alsoByLost(),
          Servicing.of(
              "postChargeback",
              "chargebacks",
              "Take back what a payer has reclaimed",
              "Takes back a payment, or some of it. The payment stands; what it paid is owed again"
                  + " from that day on, principal first, and cash clearing is credited.",
              Scopes.PAYMENTS_WRITE,
              Body.of("ChargebackRequest", PAYMENT, AMOUNT, CURRENCY, EFFECTIVE, REASON, METADATA),
              "The chargeback was posted.",
              MoneyMovements::chargeback,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.PAYMENT_NOT_FOUND,
              ProblemCode.PAYMENT_PENDING,
              ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY,
              ProblemCode.EXCEEDS_PAYMENT),
          new Servicing(
              "returnPayment",
              "payment-returns",
              "Undo a payment that the bank has returned",
              "Reverses the payment's entry, splits later payments as if it had never been there,"
                  + " and charges a fee for it if one is given; all of that or nothing.",
              Scopes.REVERSALS_WRITE,
              false,
              Body.of("PaymentReturnRequest", PAYMENT, RETURN_CODE, EFFECTIVE, FEE, METADATA),
              "The payment was undone.",
              PaymentReturnReceipt.example(),
              PaymentReturnReceipt::of,
              MoneyMovements::paymentReturn,
              Set.of(
                  ProblemCode.CURRENCY_MISMATCH,
                  ProblemCode.PAYMENT_NOT_FOUND,
                  ProblemCode.PAYMENT_PENDING,
                  ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY)));

  private MoneyMovements() {}

  private static ApplySuspense suspenseApplication(Draft draft) {
    return new ApplySuspense(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.money(AMOUNT),
        draft.effective(),
        TargetFields.read(draft.get(TARGET)),
        draft.metadata(),
        draft.time());
  }

  private static RefundCredit refund(Draft draft) {
    return new RefundCredit(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(METHOD),
        draft.get(DESTINATION_REF),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }

  private static PostChargeback chargeback(Draft draft) {
    return new PostChargeback(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.get(PAYMENT),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }

  private static ReturnPayment paymentReturn(Draft draft) {
    Values fee = draft.get(FEE);
    return new ReturnPayment(
        draft.loanInPath(),
        draft.get(PAYMENT),
        Identifiers.next(),
        draft.get(RETURN_CODE),
        fee == null ? null : Identifiers.next(),
        fee == null ? null : Identifiers.next(),
        fee == null ? null : new Money(fee.get(FEE_AMOUNT), fee.get(CURRENCY)),
        draft.effective(),
        draft.metadata(),
        draft.time());
  }
}
