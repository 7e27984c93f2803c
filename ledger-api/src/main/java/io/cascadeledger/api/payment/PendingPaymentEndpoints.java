package io.cascadeledger.api.payment;

import static io.cascadeledger.api.exchange.MovementFields.METADATA;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.LookUps;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.payment.SettlePayment;
import io.cascadeledger.loan.payment.VoidPayment;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import io.cascadeledger.projections.loan.PendingPaymentQueries.Owner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** How a pending payment ends: it is settled, or voided. */
public final class PendingPaymentEndpoints {

  private static final Parameter<UUID> PAYMENT =
      Parameter.path(Field.uuid("payment_event_id").describe("The pending payment."));

  private static final Field<LocalDate> SETTLED_ON =
      Field.date("effective_at")
          .optional()
          .describe(
              "The day on which the payment counts: that from which it is pending, or a later one;"
                  + " that from which it is pending if left out.")
          .example("2026-05-01");

  private static final Field<LocalDate> VOIDED_ON =
      Field.date("effective_at")
          .optional()
          .describe(
              "The day from which it is pending no more, not before it was; the business date if"
                  + " left out.")
          .example("2026-05-04");

  private static final Field<String> REASON_CODE =
      Field.token("reason_code", "^[a-z][a-z0-9_]{0,63}$", "payment_returned").describe("Why.");

  private static final Field<String> REASON_DESCRIPTION =
      Field.text("reason_description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("Why, in a sentence.");

  private static final ProblemCode[] OF_BOTH = {
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_NOT_PENDING,
    ProblemCode.PAYMENT_ALREADY_SETTLED,
    ProblemCode.PAYMENT_ALREADY_VOIDED,
    ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY,
    ProblemCode.PROJECTION_BEHIND
  };

  private static final Operation SETTLE =
      Operation.post("settlePayment", "/v1/payments/{payment_event_id}/settle")
          .tag("Payments")
          .summary("Settle a pending payment")
          .description(
              "Posts a pending payment as if it had been posted on that day, and undoes its pending"
                  + " entry in its layer; both or neither. The payment keeps its identity.")
          .scope(Scopes.PAYMENTS_WRITE)
          .parameter(PAYMENT)
          .parameter(CatchUp.PARAMETER)
          .body(Body.of("PaymentSettlementRequest", SETTLED_ON))
          .posts("The payment was settled.", SettlementReceipt.example())
          .problems(OF_BOTH)
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(
              ProblemCode.CHARGE_NOT_FOUND,
              ProblemCode.EXCEEDS_OWED,
              ProblemCode.PAYMENT_EXCEEDS_OWED)
          .build();

  private static final Operation VOID =
      Operation.post("voidPayment", "/v1/payments/{payment_event_id}/void")
          .tag("Payments")
          .summary("Void a pending payment")
          .description(
              "Ends a pending payment that will not come: its pending entry is undone in its layer."
                  + " Nothing of the loan changes, whatever has become of it.")
          .scope(Scopes.PAYMENTS_WRITE)
          .parameter(PAYMENT)
          .body(Body.of("PaymentVoidRequest", REASON_CODE, REASON_DESCRIPTION, VOIDED_ON, METADATA))
          .posts("The payment was voided.", VoidReceipt.example())
          .problems(OF_BOTH)
          .problems(
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.PERIOD_CLOSED)
          .build();

  private PendingPaymentEndpoints() {}

  /** Posts through the ledger's one way of posting, once it is known whose a payment is. */
  public static List<Endpoint> all(Writes writes, LookUps lookUps, PendingPaymentQueries payments) {
    return List.of(
        new PostEndpoint(
            writes,
            SETTLE,
            draft -> command(draft, lookUps, payments, PendingPaymentEndpoints::settle),
            SettlementReceipt::of),
        new PostEndpoint(
            writes,
            VOID,
            draft -> command(draft, lookUps, payments, PendingPaymentEndpoints::voided),
            VoidReceipt::of));
  }

  private static Mono<Object> command(
      Draft draft,
      LookUps lookUps,
      PendingPaymentQueries payments,
      BiFunction<Draft, Owner, Object> command) {
    UUID payment = payment(draft);
    return lookUps
        .of(LoanProjection.NAME, () -> payments.owner(draft.tenant(), payment))
        .map(owner -> command.apply(draft, owner))
        .switchIfEmpty(
            Mono.error(
                () ->
                    new ProblemException(
                        ProblemCode.PAYMENT_NOT_FOUND, "There is no payment " + payment + ".")));
  }

  private static UUID payment(Draft draft) {
    return draft.parameters().get(PAYMENT);
  }

  private static SettlePayment settle(Draft draft, Owner owner) {
    LocalDate pendingSince =
        Optional.ofNullable(owner.pendingSince()).orElse(draft.time().businessDate());
    return new SettlePayment(
        owner.loan(),
        payment(draft),
        Identifiers.next(),
        Identifiers.next(),
        draft.body().find(SETTLED_ON).orElse(pendingSince),
        draft.time());
  }

  private static VoidPayment voided(Draft draft, Owner owner) {
    return new VoidPayment(
        owner.loan(),
        payment(draft),
        Identifiers.next(),
        draft.body().find(VOIDED_ON).orElse(draft.time().businessDate()),
        draft.get(REASON_CODE),
        draft.get(REASON_DESCRIPTION),
        draft.metadata(),
        draft.time());
  }
}
