package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.BORROWER_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.CURRENCY_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE;
import static io.cascadeledger.refusal.RefusalCode.ENTRY_ALREADY_REVERSED;
import static io.cascadeledger.refusal.RefusalCode.JOURNAL_ENTRY_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.LOAN_CLOSED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SETTLED;
import static io.cascadeledger.refusal.RefusalCode.REVERSAL_NOT_REVERSIBLE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.accrual.Accrual;
import io.cascadeledger.loan.closing.Closing;
import io.cascadeledger.loan.disbursement.Disbursement;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.fee.FeeAssessment;
import io.cascadeledger.loan.opening.Opening;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.reversal.Reversal;
import io.cascadeledger.loan.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts every possible combination of faults into a command that is otherwise accepted. The loan is
 * made of events, so that faults meet which the ledger itself would never let meet.
 */
final class LoanPrecedenceTest {
  private static final LocalDate LATER = TODAY.plusYears(1);
  static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final ServicingFacts MORE = new ServicingFacts(FACTS);

  record UseCase(String name, Consumer<LoanDraft> decide, List<Fault<LoanDraft>> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void when_several_reasons_hold_the_first_in_order_is_answered(UseCase useCase) {
    requireFirst(useCase);
  }

  /** Whatever combination of its faults a use case has, the first in order is answered. */
  static void requireFirst(UseCase useCase) {
    for (List<Fault<LoanDraft>> faults : Fault.combinations(useCase.faults())) {
      LoanDraft draft = new LoanDraft();
      faults.forEach(fault -> fault.spoil().accept(draft));
      if (faults.isEmpty()) {
        assertThatCode(() -> useCase.decide().accept(draft)).doesNotThrowAnyException();
      } else {
        Refused refused = catchThrowableOfType(Refused.class, () -> useCase.decide().accept(draft));
        List<RefusalCode> holding = faults.stream().map(Fault::code).toList();
        assertEquals(Fault.first(faults), refused.code(), () -> "of " + holding);
      }
    }
  }

  static Stream<UseCase> useCases() {
    return Stream.of(
        new UseCase(
            "opening",
            draft -> {
              LoanTerms terms = new LoanTerms(draft.minor, null, null, null, null, null);
              Opening.decide(draft.command.open(draft.command.date(), terms));
            },
            faults(AMOUNT, DATE)),
        new UseCase(
            "disbursement",
            draft -> Disbursement.decide(draft.loan(), draft.command.disburse("d", draft.minor)),
            faults(AMOUNT, DATE, LOAN, CURRENCY, NAMED, LIMITED, full(FACTS::disbursed))),
        new UseCase(
            "fee",
            draft -> FeeAssessment.decide(draft.loan(), draft.command.assessFee("f", draft.minor)),
            faults(AMOUNT, DATE, LOAN, CURRENCY, full(FACTS::feeAssessed))),
        new UseCase(
            "accrual",
            draft -> Accrual.decide(draft.loan(), draft.command.accrue("i", draft.minor)),
            faults(AMOUNT, DATE, LOAN, full(FACTS::accrued))),
        new UseCase(
            "payment",
            draft -> Payment.decide(draft.loan(), draft.command.pay("p", draft.minor)),
            faults(AMOUNT, DATE, LOAN, CURRENCY, NAMED, full(LoanPrecedenceTest::kept))),
        new UseCase(
            "closing",
            draft -> Closing.decide(draft.loan(), draft.command.close()),
            faults(DATE, LOAN, OWING)),
        new UseCase(
            "reversal",
            draft -> Reversal.decide(draft.loanWithTarget(), draft.command.reverse(draft.reversed)),
            faults(DATE, TARGET, full(FACTS::feeAssessed))));
  }

  static final List<Fault<LoanDraft>> AMOUNT =
      List.of(
          new Fault<>("amount", AMOUNT_NOT_POSITIVE, draft -> draft.minor = 0),
          new Fault<>("amount", AMOUNT_TOO_LARGE, draft -> draft.minor = Limits.AMOUNT_MINOR + 1));

  static final List<Fault<LoanDraft>> DATE =
      List.of(
          new Fault<>(
              "date",
              EFFECTIVE_DATE_OUT_OF_RANGE,
              draft -> draft.command = draft.command.on(LocalDate.EPOCH.minusDays(1))),
          new Fault<>(
              "date",
              EFFECTIVE_DATE_IN_FUTURE,
              draft -> draft.command = draft.command.on(TODAY.plusDays(1))));

  static final List<Fault<LoanDraft>> LOAN =
      List.of(
          new Fault<>("closed", LOAN_CLOSED, draft -> draft.facts.add(FACTS.closed())),
          new Fault<>("opened", EFFECTIVE_DATE_BEFORE_OPENING, draft -> draft.openedOn = LATER));

  static final List<Fault<LoanDraft>> CURRENCY =
      List.of(
          new Fault<>(
              "currency", CURRENCY_MISMATCH, draft -> draft.command = draft.command.in(JPY)));

  static final List<Fault<LoanDraft>> NAMED =
      List.of(
          new Fault<>(
              "borrower",
              BORROWER_MISMATCH,
              draft -> draft.command = draft.command.from(id("stranger"))));

  private static final List<Fault<LoanDraft>> LIMITED =
      List.of(new Fault<>("terms", DISBURSEMENT_EXCEEDS_PRINCIPAL, draft -> draft.principal = 99L));

  private static final List<Fault<LoanDraft>> OWING =
      List.of(
          new Fault<>(
              "balance",
              LOAN_NOT_SETTLED,
              draft -> draft.facts.addFirst(FACTS.feeAssessed("fee", 1))));

  private static final List<Fault<LoanDraft>> TARGET =
      List.of(
          new Fault<>("entry", JOURNAL_ENTRY_NOT_FOUND, draft -> draft.reversed = "unknown"),
          new Fault<>(
              "entry",
              ENTRY_ALREADY_REVERSED,
              draft ->
                  draft.facts.add(
                      FACTS.reversed("target", FACTS.credit("1000", 1), FACTS.debit("2100", 1)))),
          new Fault<>("entry date", EFFECTIVE_DATE_BEFORE_ENTRY, draft -> draft.entryDate = LATER),
          new Fault<>(
              "entry type", REVERSAL_NOT_REVERSIBLE, draft -> draft.entryType = EntryType.REVERSAL),
          new Fault<>(
              "suspense",
              BALANCE_WOULD_BE_NEGATIVE,
              draft -> draft.facts.add(MORE.refunded("refund", 500))));

  /** Fills a component of the loan to the limit, by this kind of movement. */
  static List<Fault<LoanDraft>> full(BiFunction<String, Long, LoanEvent> movement) {
    return List.of(
        new Fault<>(
            "balance",
            BALANCE_TOO_LARGE,
            draft -> {
              for (int number = 0; number < 100; number++) {
                draft.facts.add(movement.apply("full " + number, Limits.AMOUNT_MINOR));
              }
            }));
  }

  static LoanEvent kept(String name, long minor) {
    return FACTS.paid(name, 0, 0, 0, minor);
  }

  @SafeVarargs
  static List<Fault<LoanDraft>> faults(List<Fault<LoanDraft>>... lists) {
    List<Fault<LoanDraft>> all = new ArrayList<>();
    for (List<Fault<LoanDraft>> list : lists) {
      all.addAll(list);
    }
    return all;
  }
}
