package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BORROWER_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.CURRENCY_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE;
import static io.cascadeledger.refusal.RefusalCode.LOAN_CLOSED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_LOST;
import static io.cascadeledger.refusal.RefusalCode.LOAN_SOLD;
import static io.cascadeledger.refusal.RefusalCode.REVERSAL_NOT_REVERSIBLE;
import static io.cascadeledger.refusal.RefusalCode.SPLIT_DOES_NOT_SUM;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.limits.Limits;
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
import java.util.Map;
import java.util.stream.Stream;

/** The reasons for a refusal of what happens to a loan after its payout, in the codes' order. */
final class ServicingRefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final ServicingCommands MORE = new ServicingCommands(IT);
  private static final PaymentTarget INTEREST = new OneComponent(Component.INTEREST);
  private static final PaymentTarget THE_FEE = new OneCharge(id("fee"));
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private static final List<?> OPEN = List.of(IT.open());
  private static final List<?> FEE = and(OPEN, IT.assessFee("fee", 500));
  private static final List<?> PAID = and(FEE, IT.pay("payment", 600));
  private static final List<?> CLOSED = and(OPEN, IT.close());
  private static final List<?> LOST =
      and(OPEN, IT.on(YESTERDAY).assessFee("fee", 500), MORE.chargeOff("loss"));
  private static final List<?> WRITTEN_OFF = and(FEE, MORE.writeOff("loss"));
  private static final List<?> SOLD = and(FEE, MORE.sell("sale", 400));

  private ServicingRefusalCases() {}

  static List<RefusalCase> all() {
    return Stream.of(shape(), gone(), dates())
        .flatMap(List::stream)
        .toList();
  }

  /** Every movement of servicing, with an amount if it has one. */
  private static Map<String, Object> movements(ServicingCommands it, long minor) {
    return Map.ofEntries(
        Map.entry("a penalty", it.assessPenalty("m", minor)),
        Map.entry("a directed payment", it.pay("m", minor, INTEREST)),
        Map.entry("an application", it.apply("m", minor, null)),
        Map.entry("a chargeback", it.chargeBack("m", "payment", minor)),
        Map.entry("a waiver", it.waive("m", minor, THE_FEE)),
        Map.entry("a smaller charge", it.adjustCharge("m", "fee", minor)),
        Map.entry("an adjustment", it.adjust("m", Component.FEES, minor)));
  }

  private static Map<String, Object> exits(ServicingCommands it) {
    return Map.of(
        "a charge-off", it.chargeOff("m"),
        "a write-off", it.writeOff("m"),
        "a sale", it.sell("m", 400));
  }

  private static Map<String, Object> cash(ServicingCommands it, long minor) {
    return Map.of("a refund", it.refund("m", minor), "a recovery", it.recover("m", minor));
  }

  private static List<RefusalCase> each(
      RefusalCode code, String how, List<?> given, Map<String, Object> commands) {
    return commands.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> RefusalCase.of(code, it.getKey() + " " + how, given, it.getValue()))
        .toList();
  }

  private static List<RefusalCase> shape() {
    List<RefusalCase> cases = new ArrayList<>();
    cases.addAll(each(AMOUNT_NOT_POSITIVE, "of nothing", PAID, movements(MORE, 0)));
    cases.addAll(each(AMOUNT_NOT_POSITIVE, "of nothing", PAID, cash(MORE, 0)));
    cases.add(of(AMOUNT_NOT_POSITIVE, "a price below zero", FEE, MORE.sell("sale", -1)));
    cases.add(of(AMOUNT_NOT_POSITIVE, "no fee", PAID, MORE.returned("payment", "nsf", 0)));
    long large = Limits.AMOUNT_MINOR + 1;
    cases.addAll(each(AMOUNT_TOO_LARGE, "beyond the limit", PAID, movements(MORE, large)));
    cases.addAll(each(AMOUNT_TOO_LARGE, "beyond the limit", PAID, cash(MORE, large)));
    cases.add(of(AMOUNT_TOO_LARGE, "a price beyond the limit", FEE, MORE.sell("sale", large)));
    ServicingCommands early = MORE.on(LocalDate.EPOCH.minusDays(1));
    ServicingCommands late = MORE.on(TODAY.plusDays(1));
    cases.addAll(ofDate(EFFECTIVE_DATE_OUT_OF_RANGE, "before 1970", early));
    cases.addAll(ofDate(EFFECTIVE_DATE_IN_FUTURE, "tomorrow", late));
    Split split = new Split(new Allocation(0, 100, 0, 0));
    cases.add(of(SPLIT_DOES_NOT_SUM, "more than its parts", FEE, MORE.pay("p", 101, split)));
    cases.add(of(SPLIT_DOES_NOT_SUM, "less than its parts", FEE, MORE.pay("p", 99, split)));
    return cases;
  }

  private static List<RefusalCase> ofDate(RefusalCode code, String when, ServicingCommands then) {
    List<RefusalCase> cases = new ArrayList<>();
    cases.addAll(each(code, when, PAID, movements(then, 1)));
    cases.addAll(each(code, when, FEE, exits(then)));
    cases.addAll(each(code, when, PAID, cash(then, 1)));
    cases.add(of(code, "a return " + when, PAID, then.returned("payment")));
    cases.add(of(code, "a return " + when + " of nothing", PAID, then.returned("unknown")));
    return cases;
  }

  private static List<RefusalCase> gone() {
    List<RefusalCase> cases = new ArrayList<>();
    cases.addAll(each(LOAN_CLOSED, "on a closed loan", CLOSED, movements(MORE, 1)));
    cases.addAll(each(LOAN_CLOSED, "on a closed loan", CLOSED, exits(MORE)));
    cases.addAll(each(LOAN_CLOSED, "on a closed loan", CLOSED, cash(MORE, 1)));
    cases.addAll(each(LOAN_LOST, "after a charge-off", LOST, movements(MORE, 1)));
    cases.addAll(each(LOAN_LOST, "after a write-off", WRITTEN_OFF, movements(MORE, 1)));
    cases.addAll(each(LOAN_LOST, "after a charge-off", LOST, exits(MORE)));
    cases.add(of(LOAN_LOST, "paying after a charge-off", LOST, IT.pay("p", 1)));
    cases.add(of(LOAN_LOST, "disbursing after a charge-off", LOST, IT.disburse("d", 1)));
    cases.add(of(LOAN_LOST, "interest after a charge-off", LOST, IT.accrue("i", 1)));
    cases.add(
        of(
            LOAN_LOST,
            "a fee for a return after a charge-off",
            and(PAID, IT.assessFee("another", 1), MORE.chargeOff("loss")),
            MORE.returned("payment", "nsf", 1)));
    cases.add(
        of(LOAN_LOST, "an earlier charge-off", LOST, MORE.on(YESTERDAY).chargeOff("again")));
    cases.addAll(each(LOAN_SOLD, "after a sale", SOLD, movements(MORE, 1)));
    cases.addAll(each(LOAN_SOLD, "after a sale", SOLD, exits(MORE)));
    cases.add(of(LOAN_SOLD, "paying after a sale", SOLD, IT.pay("p", 1)));
    return cases;
  }

  private static List<RefusalCase> dates() {
    ServicingCommands inYen = new ServicingCommands(IT.in(JPY));
    ServicingCommands stranger = new ServicingCommands(IT.from(id("stranger")));
    ServicingCommands early = MORE.on(OPENED.minusDays(1));
    List<RefusalCase> cases = new ArrayList<>();
    cases.addAll(each(CURRENCY_MISMATCH, "in yen", PAID, movements(inYen, 1)));
    cases.addAll(each(CURRENCY_MISMATCH, "in yen", PAID, cash(inYen, 1)));
    cases.add(of(CURRENCY_MISMATCH, "a price in yen", FEE, inYen.sell("sale", 1)));
    cases.add(of(CURRENCY_MISMATCH, "a fee in yen", PAID, inYen.returned("payment", "nsf", 1)));
    cases.add(of(BORROWER_MISMATCH, "another's payment", FEE, stranger.pay("p", 1, THE_FEE)));
    String tooEarly = "before the opening";
    cases.addAll(each(EFFECTIVE_DATE_BEFORE_OPENING, tooEarly, PAID, movements(early, 1)));
    cases.addAll(each(EFFECTIVE_DATE_BEFORE_OPENING, tooEarly, PAID, exits(early)));
    cases.addAll(each(EFFECTIVE_DATE_BEFORE_OPENING, tooEarly, PAID, cash(early, 1)));
    ServicingCommands then = MORE.on(YESTERDAY);
    RefusalCode beforeIt = EFFECTIVE_DATE_BEFORE_ENTRY;
    cases.add(of(beforeIt, "a chargeback", PAID, then.chargeBack("c", "payment", 1)));
    cases.add(of(beforeIt, "a waiver", PAID, then.waive("w", 1, THE_FEE)));
    cases.add(of(beforeIt, "a smaller charge", PAID, then.adjustCharge("a", "fee", 1)));
    cases.add(of(beforeIt, "a return", PAID, then.returned("payment")));
    cases.add(
        of(
            REVERSAL_NOT_REVERSIBLE,
            "undoing a charge-off that books nothing any more",
            and(LOST, IT.on(YESTERDAY).pay("found", 500)),
            IT.reverse("loss")));
    return cases;
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
