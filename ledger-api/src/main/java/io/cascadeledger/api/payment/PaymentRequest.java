package io.cascadeledger.api.payment;

import static io.cascadeledger.api.exchange.MovementFields.BORROWER;
import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.EXTERNAL_REF;
import static io.cascadeledger.api.exchange.MovementFields.LOAN;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.SOURCE_METHOD;
import static io.cascadeledger.api.movement.TargetFields.TARGET;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.movement.TargetFields;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.terms.PaymentKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a caller says of a payment, alone or in a batch. */
public final class PaymentRequest {

  /**
   * The operation that payments are posted by, alone or in a batch: a key that was used by one way
   * is known to the other.
   */
  public static final String OPERATION = "postPayment";

  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("What was paid, in minor units.").example("88849");
  private static final Field<PaymentKind> PAYMENT_TYPE =
      Field.oneOf("payment_type", kinds())
          .optional(PaymentKind.REGULAR)
          .describe("What kind of payment it is. Each kind may have a waterfall of its own.");

  private static final Field<Layer> LAYER =
      Field.oneOf("layer", layers())
          .optional(Layer.SETTLED)
          .describe(
              "SETTLED for a payment that counts, PENDING for one that was announced: it changes"
                  + " nothing of the loan until it is settled.");

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
          PAYMENT_TYPE,
          TARGET,
          LAYER,
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
        PAYMENT_TYPE,
        TARGET,
        LAYER,
        METADATA);
  }

  /** The layers that a payment can be in. */
  private static Map<String, Layer> layers() {
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (Layer layer : List.of(Layer.SETTLED, Layer.PENDING)) {
      layers.put(layer.name(), layer);
    }
    return layers;
  }

  /** The kinds that a payer's money can be; what the ledger makes by itself is not among them. */
  private static Map<String, PaymentKind> kinds() {
    Map<String, PaymentKind> kinds = new LinkedHashMap<>();
    for (PaymentKind kind :
        List.of(
            PaymentKind.REGULAR,
            PaymentKind.PAYOFF,
            PaymentKind.DOWN_PAYMENT,
            PaymentKind.MERCHANT_REFUND,
            PaymentKind.PAYOUT_REFUND,
            PaymentKind.GOODWILL_CREDIT)) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return kinds;
  }

  /** How a payment can be refused. */
  public static ProblemCode[] problems() {
    return Stream.of(
            Stream.of(MovementProblems.ofAny()),
            Stream.of(MovementProblems.ofLeft()),
            Stream.of(
                ProblemCode.CURRENCY_MISMATCH,
                ProblemCode.BORROWER_MISMATCH,
                ProblemCode.CHARGE_NOT_FOUND,
                ProblemCode.SPLIT_DOES_NOT_SUM,
                ProblemCode.EXCEEDS_OWED,
                ProblemCode.PAYMENT_EXCEEDS_OWED))
        .flatMap(Function.identity())
        .toArray(ProblemCode[]::new);
  }

  /** The command that a payment is posted by. */
  public static PostPayment command(Draft draft) {
    return new PostPayment(
        draft.loanInBody(),
        Identifiers.next(),
        Identifiers.next(),
        draft.get(BORROWER),
        draft.money(AMOUNT),
        draft.effective(),
        draft.get(SOURCE_METHOD),
        draft.get(EXTERNAL_REF),
        draft.get(PAYMENT_TYPE),
        TargetFields.read(draft.get(TARGET)),
        draft.get(LAYER),
        draft.metadata(),
        draft.time());
  }
}
