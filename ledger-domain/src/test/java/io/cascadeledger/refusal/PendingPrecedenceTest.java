package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.refusal.LoanPrecedenceTest.AMOUNT;
import static io.cascadeledger.refusal.LoanPrecedenceTest.CURRENCY;
import static io.cascadeledger.refusal.LoanPrecedenceTest.DATE;
import static io.cascadeledger.refusal.LoanPrecedenceTest.LOAN;
import static io.cascadeledger.refusal.LoanPrecedenceTest.NAMED;
import static io.cascadeledger.refusal.LoanPrecedenceTest.faults;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.LOAN_HAS_PENDING_PAYMENTS;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SETTLED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_ALREADY_SETTLED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_ALREADY_VOIDED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_NOT_PENDING;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.GONE;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.TAKEN;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.one;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.PendingCommands;
import io.cascadeledger.given.PendingFacts;
import io.cascadeledger.loan.closing.Closing;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PendingPaymentEnd;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.LoanPrecedenceTest.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every possible combination of faults into pending payments and what ends them. */
final class PendingPrecedenceTest {
  private static final LocalDate LATER = TODAY.plusYears(1);
  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final PendingFacts PENDING = new PendingFacts(FACTS);
  private static final long MINOR = 100;

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void when_several_reasons_hold_the_first_in_order_is_answered(UseCase useCase) {
    LoanPrecedenceTest.requireFirst(useCase);
  }

  static Stream<UseCase> useCases() {
    List<Fault<LoanDraft>> ends =
        faults(
            DATE,
            one("named", PAYMENT_NOT_PENDING, it -> it.named = "unknown"),
            one(
                "end",
                PAYMENT_ALREADY_SETTLED,
                it -> it.facts.add(PENDING.settled("target", MINOR))),
            one("end", PAYMENT_ALREADY_VOIDED, it -> it.facts.add(PENDING.voided("target", MINOR))),
            one("entry date", EFFECTIVE_DATE_BEFORE_ENTRY, it -> it.entryDate = LATER));
    return Stream.of(
        new UseCase(
            "pending payment",
            it -> Payment.decide(it.loanInService(), pending(it).pend("p", it.minor)),
            faults(AMOUNT, TAKEN, CURRENCY, NAMED)),
        new UseCase(
            "settlement",
            it -> PendingPaymentEnd.settle(loan(it), pending(it).settle(it.named)),
            faults(ends, LOAN, GONE)),
        new UseCase(
            "voiding",
            it -> PendingPaymentEnd.voided(loan(it), pending(it).voided(it.named)),
            ends),
        new UseCase(
            "closing",
            it -> Closing.decide(it.loan(), it.command.close()),
            faults(
                DATE,
                LOAN,
                one("fee", LOAN_NOT_SETTLED, it -> it.facts.add(FACTS.feeAssessed("fee", 1))),
                one(
                    "pending",
                    LOAN_HAS_PENDING_PAYMENTS,
                    it -> it.facts.add(PENDING.pended("p", 1))))));
  }

  private static PendingCommands pending(LoanDraft draft) {
    return new PendingCommands(draft.command);
  }

  /** What is put in has come after the payment was pending. */
  private static LoanState loan(LoanDraft draft) {
    draft.facts.addFirst(PENDING.on(draft.entryDate).pended("target", MINOR));
    return draft.loan();
  }
}
