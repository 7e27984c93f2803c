package io.cascadeledger.api.servicing;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.EXTERNAL_REF;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.REASON;
import static io.cascadeledger.api.exchange.MovementFields.SOURCE_METHOD;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.loss.ChargeOffLoan;
import io.cascadeledger.loan.loss.PostRecovery;
import io.cascadeledger.loan.loss.WriteOffLoan;
import io.cascadeledger.loan.sale.SellLoan;
import java.util.List;

/** How a loan leaves the lender's books before it is paid, and what comes of it later. */
final class LossMovements {

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("What was received, in minor units.").example("20000");

  private static final Field<Long> PRICE =
      Field.amountOrZero("price_minor")
          .describe("What was agreed for it, in minor units.")
          .example("650000");

  private static final Field<String> NEW_OWNER =
      Field.reference("new_owner")
          .describe("Who has the loan now.")
          .example("Northern Receivables");

  static final List<Servicing> TABLE =
      List.of(
          Servicing.of(
              "chargeOffLoan",
              "charge-off",
              "Charge a loan off",
              "Moves all that is owed to losses. The borrower still owes it; what is paid from now"
                  + " on is a recovery.",
              Scopes.LOANS_WRITE,
              Body.of("ChargeOffRequest", EFFECTIVE, REASON, METADATA),
              "The loan was charged off.",
              draft ->
                  new ChargeOffLoan(
                      draft.loanInPath(),
                      Identifiers.next(),
                      Identifiers.next(),
                      draft.effective(),
                      draft.get(REASON),
                      draft.metadata(),
                      draft.time()),
              ProblemCode.NOTHING_OWED),
          Servicing.of(
              "writeOffLoan",
              "write-off",
              "Write a loan off",
              "Gives up all that is owed. What is paid all the same is a recovery.",
              Scopes.LOANS_WRITE,
              Body.of("WriteOffRequest", EFFECTIVE, REASON, METADATA),
              "The loan was written off.",
              draft ->
                  new WriteOffLoan(
                      draft.loanInPath(),
                      Identifiers.next(),
                      Identifiers.next(),
                      draft.effective(),
                      draft.get(REASON),
                      draft.metadata(),
                      draft.time()),
              ProblemCode.NOTHING_OWED),
          Servicing.of(
                  "postRecovery",
                  "recoveries",
                  "Post a recovery",
                  "Takes a payment for a loan that was charged off or written off: cash clearing is"
                      + " debited, recovery income credited.",
                  Scopes.PAYMENTS_WRITE,
                  Body.of(
                      "RecoveryRequest",
                      AMOUNT,
                      CURRENCY,
                      EFFECTIVE,
                      SOURCE_METHOD,
                      EXTERNAL_REF,
                      METADATA),
                  "The recovery was posted.",
                  LossMovements::recovery,
                  ProblemCode.CURRENCY_MISMATCH,
                  ProblemCode.LOAN_NOT_LOST,
                  ProblemCode.EXCEEDS_LOSS)
              .alsoByLost(),
          Servicing.of(
              "sellLoan",
              "sale",
              "Sell a loan",
              "Hands the loan to another owner: all that is owed leaves the books for the price,"
                  + " and the rest is the result of the sale.",
              Scopes.LOANS_WRITE,
              Body.of("SaleRequest", NEW_OWNER, PRICE, CURRENCY, EFFECTIVE, METADATA),
              "The loan was sold.",
              LossMovements::sale,
              ProblemCode.CURRENCY_MISMATCH,
              ProblemCode.NOTHING_OWED));

  private LossMovements() {}

  private static PostRecovery recovery(Draft draft) {
    return new PostRecovery(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(SOURCE_METHOD),
        draft.get(EXTERNAL_REF),
        draft.metadata(),
        draft.time());
  }

  private static SellLoan sale(Draft draft) {
    return new SellLoan(
        draft.loanInPath(),
        Identifiers.next(),
        Identifiers.next(),
        draft.get(NEW_OWNER),
        draft.money(PRICE),
        draft.effective(),
        draft.metadata(),
        draft.time());
  }
}
