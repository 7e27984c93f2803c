package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.refusal.RefusalCode.DISBURSEMENT_OUTSIDE_SCHEDULE;
import static io.cascadeledger.refusal.RefusalCode.INTEREST_IS_COMPUTED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SERVICED;
import static io.cascadeledger.refusal.RefusalCode.PAYMENT_EXCEEDS_OWED;
import static io.cascadeledger.refusal.RefusalCode.TERMS_UNSOUND;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.Excess;
import java.math.BigDecimal;
import java.util.List;

/** Commands that are refused because the ledger services the loan, or because it does not. */
final class ServicedRefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final Agreed TERMS =
      Agreed.monthly().every(RepaymentFrequency.MONTHLY, 2, OPENED.plusMonths(1));
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
            TERMS_UNSOUND, "no rate", List.of(), IT.open(OPENED, TERMS.at(null).terms())),
        RefusalCase.of(TERMS_UNSOUND, "nothing changes", OPEN, change("change", TODAY, NOTHING)),
        RefusalCase.of(
            DISBURSEMENT_OUTSIDE_SCHEDULE, "the first is late", OPEN, IT.disburse("payout", 1)),
        RefusalCase.of(
            DISBURSEMENT_OUTSIDE_SCHEDULE, "all is due", PAID_OUT, IT.disburse("more", 1)),
        RefusalCase.of(
            INTEREST_IS_COMPUTED, "interest by hand", PAID_OUT, IT.accrue("interest", 1)),
        RefusalCase.of(
            LOAN_NOT_SERVICED, "a lender's loan", List.of(IT.open()), change("c", TODAY, RATE)),
        RefusalCase.of(
            PAYMENT_EXCEEDS_OWED, "nothing is kept", KEEPING_NOTHING, IT.pay("p", 60_001)));
  }
}
