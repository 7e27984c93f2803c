package io.cascadeledger.refusal;

import static io.cascadeledger.given.AgreedCharges.flat;
import static io.cascadeledger.given.AgreedCharges.flatOn;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.endPause;
import static io.cascadeledger.given.ServicedLoan.pause;
import static io.cascadeledger.refusal.RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.DISBURSEMENT_OUTSIDE_SCHEDULE;
import static io.cascadeledger.refusal.RefusalCode.INTEREST_IS_COMPUTED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SERVICED;
import static io.cascadeledger.refusal.RefusalCode.NOTHING_OWED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_EXCEEDS_OWED;
import static io.cascadeledger.refusal.RefusalCode.TERMS_UNSOUND;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.Excess;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Commands that are refused because the ledger services the loan, or because it does not. */
final class ServicedRefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final Agreed TERMS =
      Agreed.monthly().every(RepaymentFrequency.MONTHLY, 2, OPENED.plusMonths(1));
  private static final AgreedCharge LETTER = flat("letter", 100, ChargeDue.INSTALMENT);
  private static final TermsChange RATE = new TermsChange(new BigDecimal("0.24"), null, null, null);
  private static final TermsChange NOTHING = new TermsChange(null, null, null, null);
  private static final List<?> OPEN = List.of(IT.open(OPENED, TERMS.terms()));
  private static final List<?> PAID_OUT =
      List.of(IT.open(OPENED, TERMS.terms()), IT.on(OPENED).disburse("payout", 60_000));

  private static final List<?> KEEPING_NOTHING =
      List.of(
          IT.open(OPENED, TERMS.split(ComponentOrder.DEFAULT, Excess.REFUSE).terms()),
          IT.on(OPENED).disburse("payout", 60_000));

  private ServicedRefusalCases() {}

  static List<RefusalCase> all() {
    return List.of(
        RefusalCase.of(
            DELINQUENCY_PAUSE_NOT_FOUND,
            "the end of a pause that there is not",
            PAID_OUT,
            endPause("end", "pause", null)),
        RefusalCase.of(
            TERMS_UNSOUND, "no rate", List.of(), IT.open(OPENED, TERMS.at(null).terms())),
        RefusalCase.of(TERMS_UNSOUND, "nothing changes", OPEN, change("change", TODAY, NOTHING)),
        RefusalCase.of(
            TERMS_UNSOUND,
            "two charges of one code",
            List.of(),
            IT.open(OPENED, TERMS.charging(LETTER, LETTER).terms())),
        RefusalCase.of(
            TERMS_UNSOUND,
            "a charge before the opening",
            List.of(),
            IT.open(OPENED, TERMS.charging(flatOn("letter", 1, OPENED.minusDays(1))).terms())),
        RefusalCase.of(
            TERMS_UNSOUND,
            "a down payment beside the lender's schedule",
            List.of(),
            IT.open(
                OPENED,
                TERMS
                    .supplied(List.of(new ScheduledInstalment(1, TODAY, 120_000, 0, 0, 0)))
                    .down(1, "0")
                    .terms())),
        RefusalCase.of(
            TERMS_UNSOUND,
            "lateness that costs more than is late",
            List.of(),
            IT.open(
                OPENED,
                TERMS.late(new LateCharge(Component.FEES, 0, 0, new BigDecimal("100.1"))).terms())),
        RefusalCase.of(
            TERMS_UNSOUND,
            "a re-ageing to yesterday",
            PAID_OUT,
            change("change", TODAY, reage(TODAY.minusDays(1)))),
        RefusalCase.of(
            TERMS_UNSOUND,
            "a pause that ends before it starts",
            PAID_OUT,
            pause("pause", TODAY, TODAY.minusDays(1))),
        RefusalCase.of(
            DISBURSEMENT_OUTSIDE_SCHEDULE, "the first is late", OPEN, IT.disburse("payout", 1)),
        RefusalCase.of(
            DISBURSEMENT_OUTSIDE_SCHEDULE, "all is due", PAID_OUT, IT.disburse("more", 1)),
        RefusalCase.of(
            INTEREST_IS_COMPUTED, "interest by hand", PAID_OUT, IT.accrue("interest", 1)),
        RefusalCase.of(
            LOAN_NOT_SERVICED, "a lender's loan", List.of(IT.open()), change("c", TODAY, RATE)),
        RefusalCase.of(
            LOAN_NOT_SERVICED,
            "a pause of a lender's loan",
            List.of(IT.open()),
            pause("pause", TODAY, TODAY)),
        RefusalCase.of(
            PAYMENT_EXCEEDS_OWED, "nothing is kept", KEEPING_NOTHING, IT.pay("p", 60_001)),
        RefusalCase.of(
            NOTHING_OWED,
            "a re-ageing of nothing",
            OPEN,
            change("change", TODAY, reage(TODAY.plusDays(1)))));
  }

  private static TermsChange reage(LocalDate first) {
    return new TermsChange(null, null, null, null, new Reage(first, 3, null));
  }
}
