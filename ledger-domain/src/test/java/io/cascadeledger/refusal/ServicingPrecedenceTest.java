package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.refusal.LoanPrecedenceTest.AMOUNT;
import static io.cascadeledger.refusal.LoanPrecedenceTest.CURRENCY;
import static io.cascadeledger.refusal.LoanPrecedenceTest.DATE;
import static io.cascadeledger.refusal.LoanPrecedenceTest.LOAN;
import static io.cascadeledger.refusal.LoanPrecedenceTest.NAMED;
import static io.cascadeledger.refusal.LoanPrecedenceTest.faults;
import static io.cascadeledger.refusal.LoanPrecedenceTest.full;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.CHARGE_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_CHARGE;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_OWED;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_SUSPENSE;
import static io.cascadeledger.refusal.RefusalCode.LOAN_LOST;
import static io.cascadeledger.refusal.RefusalCode.LOAN_SOLD;
import static io.cascadeledger.refusal.RefusalCode.NOTHING_OWED;
import static io.cascadeledger.refusal.RefusalCode.SPLIT_DOES_NOT_SUM;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.adjustment.BalanceAdjustment;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.fee.PenaltyAssessment;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.suspense.SuspenseApplication;
import io.cascadeledger.loan.waiver.ChargeAdjustment;
import io.cascadeledger.loan.waiver.Waiver;
import io.cascadeledger.refusal.LoanPrecedenceTest.UseCase;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every possible combination of faults into the movements after a loan's payout. */
final class ServicingPrecedenceTest {
  private static final LocalDate LATER = TODAY.plusYears(1);
  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final ServicingFacts MORE = new ServicingFacts(FACTS);

  static final List<Fault<LoanDraft>> GONE =
      List.of(
          new Fault<>("exit", LOAN_LOST, draft -> draft.facts.add(lost())),
          new Fault<>("exit", LOAN_SOLD, draft -> draft.facts.add(sold())));
  static final List<Fault<LoanDraft>> TAKEN = faults(DATE, LOAN, GONE);

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void when_several_reasons_hold_the_first_in_order_is_answered(UseCase useCase) {
    LoanPrecedenceTest.requireFirst(useCase);
  }

  static Stream<UseCase> useCases() {
    return Stream.of(credits(), reductions()).flatMap(List::stream);
  }

  private static List<UseCase> credits() {
    return List.of(
        new UseCase(
            "penalty",
            it -> PenaltyAssessment.decide(it.loan(), commands(it).assessPenalty("p", it.minor)),
            faults(AMOUNT, TAKEN, CURRENCY, full(MORE::penaltyAssessed))),
        new UseCase(
            "payment of a charge",
            it -> Payment.decide(it.loanInService(), commands(it).pay("p", it.minor, charge(it))),
            faults(AMOUNT, TAKEN, CURRENCY, NAMED, unknown(CHARGE_NOT_FOUND))),
        new UseCase(
            "split payment",
            it -> Payment.decide(it.loanInService(), commands(it).pay("p", it.minor, split(it))),
            faults(
                AMOUNT,
                TAKEN,
                CURRENCY,
                NAMED,
                one("sum", SPLIT_DOES_NOT_SUM, it -> it.unsummed = 1),
                one("owed", EXCEEDS_OWED, it -> it.owed = 1),
                full(LoanPrecedenceTest::kept))),
        new UseCase(
            "application",
            it ->
                SuspenseApplication.decide(
                    it.loanInService(), commands(it).apply("a", it.minor, charge(it))),
            faults(
                AMOUNT,
                TAKEN,
                CURRENCY,
                unknown(CHARGE_NOT_FOUND),
                one("kept", EXCEEDS_SUSPENSE, it -> it.kept = 99),
                one("owed", NOTHING_OWED, it -> it.facts.addFirst(corrected())))));
  }

  private static List<UseCase> reductions() {
    List<Fault<LoanDraft>> charge =
        faults(
            AMOUNT,
            TAKEN,
            CURRENCY,
            unknown(CHARGE_NOT_FOUND),
            one("entry date", EFFECTIVE_DATE_BEFORE_ENTRY, it -> it.entryDate = LATER),
            one("owed", EXCEEDS_CHARGE, it -> it.owed = 99));
    return List.of(
        new UseCase(
            "waiver of a charge",
            it -> Waiver.decide(it.loanInService(), commands(it).waive("w", it.minor, charge(it))),
            charge),
        new UseCase(
            "waiver of a component",
            it -> Waiver.decide(it.loanInService(), commands(it).waive("w", it.minor, FEES)),
            faults(AMOUNT, TAKEN, CURRENCY, one("owed", EXCEEDS_OWED, it -> it.owed = 99))),
        new UseCase(
            "smaller charge",
            it ->
                ChargeAdjustment.decide(
                    it.loanInService(), commands(it).adjustCharge("a", it.named, it.minor)),
            charge),
        new UseCase(
            "adjustment",
            it ->
                BalanceAdjustment.decide(
                    it.loanInService(), commands(it).adjust("a", Component.FEES, -it.minor)),
            faults(
                AMOUNT,
                TAKEN,
                CURRENCY,
                one("owed", BALANCE_WOULD_BE_NEGATIVE, it -> it.owed = 99))));
  }

  static List<Fault<LoanDraft>> one(String part, RefusalCode code, Consumer<LoanDraft> spoil) {
    return List.of(new Fault<>(part, code, spoil));
  }

  /** A name of nothing; whatever else is said about the thing cannot be wrong then. */
  static List<Fault<LoanDraft>> unknown(RefusalCode code) {
    return one("entry date", code, draft -> draft.named = "unknown");
  }

  static ServicingCommands commands(LoanDraft draft) {
    return new ServicingCommands(draft.command);
  }

  private static PaymentTarget charge(LoanDraft draft) {
    return new PaymentTarget.OneCharge(id(draft.named));
  }

  private static PaymentTarget split(LoanDraft draft) {
    return new PaymentTarget.Split(new Allocation(draft.minor + draft.unsummed, 0, 0, 0));
  }

  private static final PaymentTarget FEES = new PaymentTarget.OneComponent(Component.FEES);

  private static LoanEvent lost() {
    return MORE.chargedOff("loss", FACTS.debit("5200", 1), FACTS.credit("1300", 1));
  }

  static LoanEvent sold() {
    return MORE.sold("sale", 1, FACTS.debit("1020", 1), FACTS.credit("1300", 1));
  }

  /** The fee was a mistake: nothing of it is owed. */
  static LoanEvent corrected() {
    return MORE.adjusted(
        "correction",
        Component.FEES,
        -1_000,
        FACTS.credit("1300", 1_000),
        FACTS.debit("5900", 1_000));
  }
}
