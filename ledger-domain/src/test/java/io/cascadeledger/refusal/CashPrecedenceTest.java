package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.refusal.LoanPrecedenceTest.AMOUNT;
import static io.cascadeledger.refusal.LoanPrecedenceTest.CURRENCY;
import static io.cascadeledger.refusal.LoanPrecedenceTest.DATE;
import static io.cascadeledger.refusal.LoanPrecedenceTest.LOAN;
import static io.cascadeledger.refusal.LoanPrecedenceTest.faults;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_LOSS;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_PAYMENT;
import static io.cascadeledger.refusal.RefusalCode.EXCEEDS_SUSPENSE;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_LOST;
import static io.cascadeledger.refusal.RefusalCode.NOTHING_OWED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_NOT_FOUND;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.GONE;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.TAKEN;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.commands;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.corrected;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.one;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.sold;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.unknown;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.chargeback.Chargeback;
import io.cascadeledger.loan.loss.ChargeOff;
import io.cascadeledger.loan.loss.Recovery;
import io.cascadeledger.loan.loss.WriteOff;
import io.cascadeledger.loan.payment.PaymentReturn;
import io.cascadeledger.loan.payment.ReturnPayment;
import io.cascadeledger.loan.reversal.Reversal;
import io.cascadeledger.loan.sale.Sale;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.suspense.CreditRefund;
import io.cascadeledger.refusal.LoanPrecedenceTest.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every possible combination of faults into the movements that bring or end money. */
final class CashPrecedenceTest {
  private static final LocalDate LATER = TODAY.plusYears(1);
  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final ServicingFacts MORE = new ServicingFacts(FACTS);

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void when_several_reasons_hold_the_first_in_order_is_answered(UseCase useCase) {
    LoanPrecedenceTest.requireFirst(useCase);
  }

  static Stream<UseCase> useCases() {
    return Stream.of(cash(), exits()).flatMap(List::stream);
  }

  private static List<UseCase> cash() {
    return List.of(
        new UseCase(
            "refund",
            it -> CreditRefund.decide(it.loanInService(), commands(it).refund("r", it.minor)),
            faults(
                AMOUNT,
                DATE,
                LOAN,
                CURRENCY,
                one("kept", EXCEEDS_SUSPENSE, it -> it.kept = 99),
                one("spent", BALANCE_WOULD_BE_NEGATIVE, it -> it.entryDate = LATER))),
        new UseCase(
            "chargeback",
            it ->
                Chargeback.decide(
                    it.loanInService(), commands(it).chargeBack("c", payment(it), it.minor)),
            faults(
                AMOUNT,
                TAKEN,
                CURRENCY,
                unknown(PAYMENT_NOT_FOUND),
                one("entry date", EFFECTIVE_DATE_BEFORE_ENTRY, it -> it.entryDate = LATER),
                one("kept", EXCEEDS_PAYMENT, it -> it.kept = 99))),
        new UseCase(
            "recovery",
            it -> Recovery.decide(lostLoan(it), commands(it).recover("r", it.minor)),
            faults(
                AMOUNT,
                DATE,
                LOAN,
                CURRENCY,
                one("exit", LOAN_NOT_LOST, it -> it.facts.add(sold())),
                one("owed", EXCEEDS_LOSS, it -> it.owed = 99))),
        new UseCase(
            "returned payment with a fee",
            it -> returned(it.loanInService(), commands(it).returned(payment(it), "nsf", it.minor)),
            faults(
                AMOUNT,
                DATE,
                GONE,
                CURRENCY,
                one("opened", EFFECTIVE_DATE_BEFORE_OPENING, it -> it.openedOn = LATER),
                one("entry date", EFFECTIVE_DATE_BEFORE_ENTRY, it -> it.entryDate = LATER),
                unknown(PAYMENT_NOT_FOUND))));
  }

  private static List<UseCase> exits() {
    List<Fault<LoanDraft>> leaving =
        faults(TAKEN, one("owed", NOTHING_OWED, it -> it.facts.addFirst(corrected())));
    return List.of(
        new UseCase(
            "charge-off",
            it -> ChargeOff.decide(it.loanInService(), commands(it).chargeOff("c")),
            leaving),
        new UseCase(
            "write-off",
            it -> WriteOff.decide(it.loanInService(), commands(it).writeOff("w")),
            leaving),
        new UseCase(
            "sale for nothing",
            it -> Sale.decide(it.loanInService(), commands(it).sell("s", 0)),
            faults(leaving, CURRENCY)),
        new UseCase(
            "sale",
            it -> Sale.decide(it.loanInService(), commands(it).sell("s", it.minor)),
            faults(leaving, CURRENCY, one("amount", AMOUNT_NOT_POSITIVE, it -> it.minor = -1))));
  }

  private static void returned(LoanState loan, ReturnPayment command) {
    Reversal.decide(loan, PaymentReturn.reversal(loan, command));
  }

  private static LoanState lostLoan(LoanDraft draft) {
    long owed = draft.owed;
    draft.facts.addFirst(
        MORE.chargedOff("gone", FACTS.debit("5200", owed), FACTS.credit("1300", owed)));
    return draft.loanInService();
  }

  private static String payment(LoanDraft draft) {
    return draft.named.equals("target") ? "payment" : draft.named;
  }
}
