package io.cascadeledger.api.payment;

import static io.cascadeledger.api.exchange.MovementFields.BORROWER;
import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.LOAN;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.money.Money;

/** What a caller says of a payment, alone or in a batch. */
public final class PaymentRequest {

  /**
   * The operation that payments are posted by, alone or in a batch: a key that was used by one way
   * is known to the other.
   */
  public static final String OPERATION = "postPayment";

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("What was paid, in minor units.").example("88849");
  private static final Field<String> SOURCE_METHOD =
      Field.token("source_method", "^[a-z][a-z0-9_]{0,31}$", "ach")
          .optional()
          .describe("How the payment came.");
  private static final Field<String> EXTERNAL_REF =
      Field.reference("external_ref")
          .optional()
          .describe("The payment's name in another system.")
          .example("stripe_ch_xyz123");

  /** A payment alone; its key is a header. */
  static final Body BODY =
      Body.of(
          "PaymentRequest",
          LOAN,
          BORROWER,
          AMOUNT,
          CURRENCY,
          EFFECTIVE,
          SOURCE_METHOD,
          EXTERNAL_REF,
          METADATA);

  private PaymentRequest() {}

  /** A payment of a batch: the same, with its key. */
  public static Body withKey(String name, Field<String> key) {
    return Body.of(
        name,
        key,
        LOAN,
        BORROWER,
        AMOUNT,
        CURRENCY,
        EFFECTIVE,
        SOURCE_METHOD,
        EXTERNAL_REF,
        METADATA);
  }

  /** How a payment can be refused. */
  public static ProblemCode[] problems() {
    return new ProblemCode[] {
      ProblemCode.LOAN_NOT_FOUND,
      ProblemCode.LOAN_CLOSED,
      ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
      ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
      ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING,
      ProblemCode.CURRENCY_MISMATCH,
      ProblemCode.BORROWER_MISMATCH,
      ProblemCode.BALANCE_TOO_LARGE
    };
  }

  /** The command that a payment is posted by. */
  public static PostPayment command(Draft draft) {
    return new PostPayment(
        new LoanId(draft.tenant(), draft.body().get(LOAN)),
        Identifiers.next(),
        Identifiers.next(),
        draft.body().get(BORROWER),
        new Money(draft.body().get(AMOUNT), draft.body().get(CURRENCY)),
        draft.body().get(EFFECTIVE),
        draft.body().get(SOURCE_METHOD),
        draft.body().get(EXTERNAL_REF),
        draft.body().get(METADATA),
        draft.time());
  }
}
