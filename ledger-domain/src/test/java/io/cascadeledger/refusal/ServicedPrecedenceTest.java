package io.cascadeledger.refusal;

import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.endPause;
import static io.cascadeledger.given.ServicedLoan.pause;
import static io.cascadeledger.refusal.LoanPrecedenceTest.DATE;
import static io.cascadeledger.refusal.LoanPrecedenceTest.FACTS;
import static io.cascadeledger.refusal.LoanPrecedenceTest.LOAN;
import static io.cascadeledger.refusal.LoanPrecedenceTest.faults;
import static io.cascadeledger.refusal.RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE;
import static io.cascadeledger.refusal.RefusalCode.LOAN_CLOSED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SERVICED;
import static io.cascadeledger.refusal.RefusalCode.NOTHING_OWED;
import static io.cascadeledger.refusal.RefusalCode.TERMS_UNSOUND;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.GONE;
import static io.cascadeledger.refusal.ServicingPrecedenceTest.one;

import io.cascadeledger.loan.change.ChangeOfTerms;
import io.cascadeledger.loan.change.EndOfPause;
import io.cascadeledger.loan.change.PauseOfDelinquency;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.refusal.LoanPrecedenceTest.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every possible combination of faults into what only a serviced loan takes. */
final class ServicedPrecedenceTest {

  private static final List<Fault<LoanDraft>> EARLY =
      one(
          "date",
          EFFECTIVE_DATE_OUT_OF_RANGE,
          draft -> draft.command = draft.command.on(LocalDate.EPOCH.minusDays(1)));
  private static final List<Fault<LoanDraft>> NOT_SERVICED =
      one("serviced", LOAN_NOT_SERVICED, draft -> draft.isServiced = false);

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void when_several_reasons_hold_the_first_in_order_is_answered(UseCase useCase) {
    LoanPrecedenceTest.requireFirst(useCase);
  }

  static Stream<UseCase> useCases() {
    return Stream.of(
        new UseCase(
            "pause",
            it ->
                PauseOfDelinquency.decide(
                    it.loanServiced(),
                    pause("p", it.command.date(), it.command.date().plusDays(it.days))),
            faults(EARLY, LOAN, GONE, one("end", TERMS_UNSOUND, it -> it.days = -1), NOT_SERVICED)),
        new UseCase(
            "end of a pause",
            it ->
                EndOfPause.decide(
                    it.loanPaused("p"), endPause("e", "p", it.command.date().plusDays(it.days))),
            faults(
                one("closed", LOAN_CLOSED, it -> it.facts.add(FACTS.closed())),
                GONE,
                one("serviced", DELINQUENCY_PAUSE_NOT_FOUND, it -> it.isServiced = false),
                one("last", TERMS_UNSOUND, it -> it.days = -1))),
        new UseCase(
            "re-ageing",
            it ->
                ChangeOfTerms.decide(it.loanServiced(), change("c", it.command.date(), reage(it))),
            faults(
                DATE,
                LOAN,
                GONE,
                one("days", TERMS_UNSOUND, it -> it.days = 0),
                one("count", TERMS_UNSOUND, it -> it.count = 12),
                one("owed", NOTHING_OWED, it -> it.owed = 0))),
        new UseCase(
            "change of terms",
            it ->
                ChangeOfTerms.decide(
                    it.loanServiced(),
                    change("c", it.command.date(), new TermsChange(null, 24, null, null))),
            faults(DATE, LOAN, GONE, NOT_SERVICED)));
  }

  private static TermsChange reage(LoanDraft draft) {
    LocalDate first = draft.command.date().plusDays(draft.days);
    return new TermsChange(null, draft.count, null, null, new Reage(first, 6, null));
  }
}
