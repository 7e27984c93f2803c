package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ServicingTerms;
import java.math.BigDecimal;

/** Reads the terms of a loan as those of a schedule. */
public final class ServicedTerms {

  private ServicedTerms() {}

  /**
   * What the schedule of a loan is computed from. If the lender has supplied the schedule, it says
   * how many instalments there are and when the first is due.
   *
   * @param terms the terms of a loan that the ledger services
   * @throws IllegalArgumentException if a part is out of range
   * @throws NullPointerException if a part is missing
   */
  public static ScheduleTerms of(LoanTerms terms) {
    ServicingTerms servicing = terms.servicing();
    boolean supplied = servicing.schedule() != null;
    return new ScheduleTerms(
        new BigDecimal(terms.annualInterestRate()),
        terms.dayCountConvention(),
        terms.repaymentFrequency() == null && supplied
            ? RepaymentFrequency.MONTHLY
            : terms.repaymentFrequency(),
        supplied ? servicing.schedule().size() : terms.instalmentCount(),
        supplied ? servicing.schedule().getFirst().dueDate() : terms.firstDueDate(),
        servicing.interestMethod(),
        supplied ? Amortization.EQUAL_INSTALMENTS : servicing.amortization(),
        servicing.principalGrace(),
        servicing.interestGrace(),
        servicing.rounding() == null
            ? InstalmentRounding.HALF_UP_TO_MINOR_UNIT
            : servicing.rounding());
  }
}
