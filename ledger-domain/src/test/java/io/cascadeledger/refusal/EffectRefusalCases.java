package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.CHARGE_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_CHARGE;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_LOSS;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_OWED;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_PAYMENT;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_SUSPENSE;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_LOST;
import static io.cascadeledger.refusal.RefusalCode.NOTHING_OWED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.TOO_MANY_RESTATEMENTS;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.PaymentTarget.OneCharge;
import io.cascadeledger.waterfall.PaymentTarget.OneComponent;
import io.cascadeledger.waterfall.PaymentTarget.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reasons for a refusal that lie in what a movement names, does and changes. */
final class EffectRefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final ServicingCommands MORE = new ServicingCommands(IT);
  private static final PaymentTarget INTEREST = new OneComponent(Component.INTEREST);
  private static final PaymentTarget THE_FEE = new OneCharge(id("fee"));
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private static final List<?> OPEN = List.of(IT.open());
  private static final List<?> FEE = and(OPEN, IT.assessFee("fee", 500));
  private static final List<?> PAID = and(FEE, IT.pay("payment", 600));
  private static final List<?> LOST =
      and(OPEN, IT.on(YESTERDAY).assessFee("fee", 500), MORE.chargeOff("loss"));
  private static final List<?> SOLD = and(FEE, MORE.sell("sale", 400));

  private EffectRefusalCases() {}

  static List<RefusalCase> all() {
    return Stream.of(named(), amounts(), replayed()).flatMap(List::stream).toList();
  }

  private static List<RefusalCase> named() {
    List<?> reversed = and(FEE, IT.pay("payment", 600), IT.reverse("payment"), IT.reverse("fee"));
    return List.of(
        of(PAYMENT_NOT_FOUND, "an unknown payment", FEE, MORE.chargeBack("c", "unknown", 1)),
        of(PAYMENT_NOT_FOUND, "a fee as a payment", FEE, MORE.chargeBack("c", "fee", 1)),
        of(PAYMENT_NOT_FOUND, "an undone one", reversed, MORE.chargeBack("c", "payment", 1)),
        of(PAYMENT_NOT_FOUND, "returning twice", reversed, MORE.returned("payment")),
        of(CHARGE_NOT_FOUND, "waiving an undone fee", reversed, MORE.waive("w", 1, THE_FEE)),
        of(CHARGE_NOT_FOUND, "paying an undone fee", reversed, MORE.pay("p", 1, THE_FEE)),
        of(CHARGE_NOT_FOUND, "a payment as a fee", PAID, MORE.adjustCharge("a", "payment", 1)),
        of(
            CHARGE_NOT_FOUND,
            "applying to an unknown fee",
            PAID,
            MORE.apply("a", 1, new OneCharge(id("unknown")))));
  }

  private static List<RefusalCase> amounts() {
    Split split = new Split(new Allocation(501, 0, 0, 0));
    ServicingCommands then = MORE.on(YESTERDAY);
    List<?> waived = and(PAID, MORE.waive("w", 200, THE_FEE), MORE.adjustCharge("a", "fee", 299));
    List<?> taken = and(PAID, MORE.chargeBack("c", "payment", 599));
    List<?> recovered = and(LOST, MORE.recover("r", 499));
    return List.of(
        of(EXCEEDS_OWED, "a split of more than is owed", FEE, MORE.pay("p", 501, split)),
        of(EXCEEDS_OWED, "waiving interest that is not owed", FEE, MORE.waive("w", 1, INTEREST)),
        of(
            EXCEEDS_OWED,
            "waiving interest before it was owed",
            and(OPEN, IT.accrue("interest", 5)),
            then.waive("w", 1, INTEREST)),
        of(EXCEEDS_CHARGE, "waiving too much", waived, MORE.waive("again", 2, THE_FEE)),
        of(EXCEEDS_CHARGE, "adjusting too much", waived, MORE.adjustCharge("b", "fee", 2)),
        of(EXCEEDS_PAYMENT, "charging back too much", taken, MORE.chargeBack("d", "payment", 2)),
        of(EXCEEDS_SUSPENSE, "refunding more than is kept", PAID, MORE.refund("r", 101)),
        of(EXCEEDS_SUSPENSE, "applying more than is kept", PAID, MORE.apply("a", 101, null)),
        of(LOAN_NOT_LOST, "recovering a sound loan", FEE, MORE.recover("r", 1)),
        of(LOAN_NOT_LOST, "recovering a sold loan", SOLD, MORE.recover("r", 1)),
        of(LOAN_NOT_LOST, "recovering too early", LOST, then.recover("r", 1)),
        of(EXCEEDS_LOSS, "recovering more than was lost", recovered, MORE.recover("s", 2)),
        of(NOTHING_OWED, "applying to nothing", PAID, MORE.apply("a", 1, null)),
        of(NOTHING_OWED, "charging off nothing", OPEN, MORE.chargeOff("c")),
        of(NOTHING_OWED, "writing off nothing", OPEN, MORE.writeOff("w")),
        of(NOTHING_OWED, "selling nothing for nothing", OPEN, MORE.sell("s", 0)),
        of(NOTHING_OWED, "selling nothing for a price", OPEN, MORE.sell("s", 400)),
        of(
            NOTHING_OWED,
            "selling a loan before it owed anything",
            FEE,
            MORE.on(YESTERDAY).sell("s", 400)));
  }

  private static List<RefusalCase> replayed() {
    List<PostPayment> many =
        IntStream.rangeClosed(0, Limits.RESTATEMENTS)
            .mapToObj(number -> IT.pay("payment " + number, 1))
            .toList();
    LoanCommands then = IT.on(YESTERDAY);
    ServicingCommands earlier = MORE.on(YESTERDAY);
    return List.of(
        of(
            TOO_MANY_RESTATEMENTS,
            "a fee that one payment too many would have paid",
            and(OPEN, new PostPayments(IT.loan(), many, IT.pay("p", 1).time())),
            then.assessFee("fee", many.size())),
        negative("an adjustment below zero", FEE, MORE.adjust("a", Component.FEES, -501)),
        negative("a refund before the money came", PAID, earlier.refund("r", 1)),
        negative(
            "a fee that what was refunded would have paid",
            and(OPEN, IT.pay("payment", 100), MORE.refund("refund", 100)),
            then.assessFee("fee", 1)),
        negative(
            "undoing a payment that was charged back",
            and(PAID, MORE.chargeBack("c", "payment", 1)),
            IT.reverse("payment")),
        negative(
            "returning a payment that was charged back",
            and(PAID, MORE.chargeBack("c", "payment", 1)),
            MORE.returned("payment")),
        negative(
            "undoing a fee that was waived",
            and(FEE, MORE.waive("w", 1, THE_FEE)),
            IT.reverse("fee")),
        negative(
            "undoing a charge-off that was recovered from",
            and(LOST, MORE.recover("r", 1)),
            IT.reverse("loss")),
        negative(
            "a payment that leaves less of a loss than was recovered",
            and(LOST, MORE.recover("r", 400)),
            then.pay("found", 101)));
  }

  private static RefusalCase negative(String story, List<?> given, Object when) {
    return of(BALANCE_WOULD_BE_NEGATIVE, story, given, when);
  }

  private static RefusalCase of(RefusalCode code, String story, List<?> given, Object when) {
    return RefusalCase.of(code, story, given, when);
  }

  private static List<?> and(List<?> given, Object... more) {
    List<Object> all = new ArrayList<>(given);
    Collections.addAll(all, more);
    return all;
  }
}
