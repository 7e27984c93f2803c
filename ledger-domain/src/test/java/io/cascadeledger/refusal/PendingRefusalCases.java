package io.cascadeledger.refusal;

import static io.cascadeledger.given.PendingCommands.pending;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.PendingCommands;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget.OneCharge;
import io.cascadeledger.waterfall.PaymentTarget.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The reasons for a refusal of pending payments, and of what meets them, in the codes' order. */
final class PendingRefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final ServicingCommands MORE = new ServicingCommands(IT);
  private static final PendingCommands PENDING = new PendingCommands(IT);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final LocalDate TOO_EARLY = LocalDate.EPOCH.minusDays(1);
  private static final OneCharge THE_FEE = new OneCharge(id("fee"));

  private static final List<?> OPEN = List.of(IT.open());
  private static final List<?> FEE = and(OPEN, IT.assessFee("fee", 500));
  private static final List<?> ON_THE_WAY = and(FEE, PENDING.pend("ach", 600));
  private static final List<?> SETTLED = and(ON_THE_WAY, PENDING.settle("ach"));
  private static final List<?> VOIDED = and(ON_THE_WAY, PENDING.voided("ach"));

  private PendingRefusalCases() {}

  static List<RefusalCase> all() {
    List<RefusalCase> cases = new ArrayList<>(shape());
    cases.addAll(alreadyDone());
    cases.addAll(rules());
    return cases;
  }

  private static List<RefusalCase> shape() {
    PendingCommands early = PENDING.on(TOO_EARLY);
    PendingCommands late = PENDING.on(TOMORROW);
    return List.of(
        of(RefusalCode.AMOUNT_NOT_POSITIVE, "nothing pending", FEE, PENDING.pend("p", 0)),
        of(RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE, "pending", FEE, early.pend("p", 1)),
        of(RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE, "settling", ON_THE_WAY, early.settle("ach")),
        of(RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE, "voiding", ON_THE_WAY, early.voided("ach")),
        of(RefusalCode.EFFECTIVE_DATE_IN_FUTURE, "pending", FEE, late.pend("p", 1)),
        of(RefusalCode.EFFECTIVE_DATE_IN_FUTURE, "settling", ON_THE_WAY, late.settle("ach")),
        of(RefusalCode.EFFECTIVE_DATE_IN_FUTURE, "voiding", ON_THE_WAY, late.voided("ach")),
        of(
            RefusalCode.SPLIT_DOES_NOT_SUM,
            "pending, more than its parts",
            FEE,
            PENDING.pend("p", 101, PaymentKind.REGULAR, new Split(new Allocation(100, 0, 0, 0)))));
  }

  private static List<RefusalCase> alreadyDone() {
    List<?> paid = and(FEE, IT.pay("card", 10));
    return List.of(
        of(
            RefusalCode.ENTRY_ALREADY_REVERSED,
            "reversing what was pending and is settled",
            SETTLED,
            IT.reverse(pending("ach"))),
        of(
            RefusalCode.ENTRY_ALREADY_REVERSED,
            "reversing what was pending and is voided",
            VOIDED,
            IT.reverse(pending("ach"))),
        of(RefusalCode.PAYMENT_NOT_PENDING, "settling nothing", FEE, PENDING.settle("ach")),
        of(RefusalCode.PAYMENT_NOT_PENDING, "voiding nothing", FEE, PENDING.voided("ach")),
        of(RefusalCode.PAYMENT_NOT_PENDING, "settling what counts", paid, PENDING.settle("card")),
        of(RefusalCode.PAYMENT_NOT_PENDING, "voiding what counts", paid, PENDING.voided("card")),
        of(RefusalCode.PAYMENT_ALREADY_SETTLED, "settling twice", SETTLED, PENDING.settle("ach")),
        of(RefusalCode.PAYMENT_ALREADY_SETTLED, "voiding late", SETTLED, PENDING.voided("ach")),
        of(RefusalCode.PAYMENT_ALREADY_VOIDED, "settling late", VOIDED, PENDING.settle("ach")),
        of(RefusalCode.PAYMENT_ALREADY_VOIDED, "voiding twice", VOIDED, PENDING.voided("ach")),
        of(RefusalCode.LOAN_CLOSED, "pending", and(OPEN, IT.close()), PENDING.pend("p", 1)),
        of(
            RefusalCode.LOAN_LOST,
            "settling after a charge-off",
            and(ON_THE_WAY, MORE.chargeOff("loss")),
            PENDING.settle("ach")),
        of(RefusalCode.LOAN_SOLD, "pending", and(FEE, MORE.sell("sale", 1)), PENDING.pend("p", 1)),
        of(
            RefusalCode.LOAN_SOLD,
            "settling after a sale",
            and(ON_THE_WAY, MORE.sell("sale", 1)),
            PENDING.settle("ach")));
  }

  private static List<RefusalCase> rules() {
    PendingCommands inYen = new PendingCommands(IT.in(JPY));
    PendingCommands stranger = new PendingCommands(IT.from(id("stranger")));
    PendingCommands before = PENDING.on(YESTERDAY);
    return List.of(
        of(RefusalCode.CURRENCY_MISMATCH, "pending in yen", FEE, inYen.pend("p", 1)),
        of(RefusalCode.BORROWER_MISMATCH, "another's", FEE, stranger.pend("p", 1)),
        of(
            RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING,
            "pending early",
            FEE,
            PENDING.on(OPENED.minusDays(1)).pend("p", 1)),
        of(
            RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
            "reversing what is pending before it was",
            ON_THE_WAY,
            IT.on(YESTERDAY).reverse(pending("ach"))),
        of(
            RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
            "reversing a settlement's entry before it was",
            SETTLED,
            IT.on(YESTERDAY).reverse("end of ach")),
        of(RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY, "settling", ON_THE_WAY, before.settle("ach")),
        of(RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY, "voiding", ON_THE_WAY, before.voided("ach")),
        of(
            RefusalCode.REVERSAL_NOT_REVERSIBLE,
            "reversing what has voided a payment",
            VOIDED,
            IT.reverse("end of ach")),
        of(RefusalCode.PAYMENT_NOT_FOUND, "returning what is voided", VOIDED, MORE.returned("ach")),
        of(
            RefusalCode.PAYMENT_PENDING,
            "reversing what is pending",
            ON_THE_WAY,
            IT.reverse(pending("ach"))),
        of(RefusalCode.PAYMENT_PENDING, "returning", ON_THE_WAY, MORE.returned("ach")),
        of(
            RefusalCode.PAYMENT_PENDING,
            "charging back",
            ON_THE_WAY,
            MORE.chargeBack("c", "ach", 1)),
        of(
            RefusalCode.CHARGE_NOT_FOUND,
            "settling for a charge that was undone",
            and(FEE, PENDING.pend("ach", 500, PaymentKind.REGULAR, THE_FEE), IT.reverse("fee")),
            PENDING.settle("ach")),
        of(
            RefusalCode.EXCEEDS_OWED,
            "pending more than is owed",
            FEE,
            PENDING.pend("p", 501, PaymentKind.REGULAR, new Split(new Allocation(501, 0, 0, 0)))),
        of(
            RefusalCode.EXCEEDS_OWED,
            "settling what was paid meanwhile",
            and(
                FEE,
                PENDING.pend(
                    "ach", 500, PaymentKind.REGULAR, new Split(new Allocation(500, 0, 0, 0))),
                IT.pay("card", 1)),
            PENDING.settle("ach")),
        of(
            RefusalCode.LOAN_HAS_PENDING_PAYMENTS,
            "closing before a payment is settled",
            and(OPEN, PENDING.pend("ach", 1)),
            IT.close()));
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
