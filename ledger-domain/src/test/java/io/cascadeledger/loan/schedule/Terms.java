package io.cascadeledger.loan.schedule;

import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Terms that a test changes one by one; by default 12 equal monthly instalments at 6 %. */
record Terms(ScheduleTerms made) {

  static Terms of(int instalments, String firstDue) {
    return new Terms(
        new ScheduleTerms(
            new BigDecimal("0.06"),
            DayCountConvention.ACT_365,
            RepaymentFrequency.MONTHLY,
            instalments,
            LocalDate.parse(firstDue),
            InterestMethod.DECLINING_BALANCE_PER_PERIOD,
            Amortization.EQUAL_INSTALMENTS,
            0,
            0,
            InstalmentRounding.HALF_UP_TO_MINOR_UNIT));
  }

  Terms rate(String rate) {
    return new Terms(made.withRate(new BigDecimal(rate)));
  }

  Terms days(DayCountConvention convention) {
    return with(
        convention,
        made.repaymentFrequency(),
        made.interestMethod(),
        made.amortization(),
        made.rounding());
  }

  Terms every(RepaymentFrequency frequency) {
    return with(
        made.dayCountConvention(),
        frequency,
        made.interestMethod(),
        made.amortization(),
        made.rounding());
  }

  Terms method(InterestMethod method) {
    return with(
        made.dayCountConvention(),
        made.repaymentFrequency(),
        method,
        made.amortization(),
        made.rounding());
  }

  Terms amortized(Amortization amortization) {
    return with(
        made.dayCountConvention(),
        made.repaymentFrequency(),
        made.interestMethod(),
        amortization,
        made.rounding());
  }

  Terms rounded(RoundingMode mode, long unitMinor) {
    return with(
        made.dayCountConvention(),
        made.repaymentFrequency(),
        made.interestMethod(),
        made.amortization(),
        new InstalmentRounding(mode, unitMinor));
  }

  Terms grace(int principal, int interest) {
    return new Terms(
        new ScheduleTerms(
            made.annualRate(),
            made.dayCountConvention(),
            made.repaymentFrequency(),
            made.instalmentCount(),
            made.firstDueDate(),
            made.interestMethod(),
            made.amortization(),
            principal,
            interest,
            made.rounding()));
  }

  /** The schedule in rows of number, due date, principal, interest and total. */
  static String table(RepaymentSchedule schedule) {
    StringBuilder rows = new StringBuilder();
    for (Instalment row : schedule.instalments()) {
      rows.append(
          "%d %s %d %d %d%n"
              .formatted(
                  row.number(),
                  row.due(),
                  row.principalMinor(),
                  row.interestMinor(),
                  row.totalMinor()));
    }
    return rows.append(
            "total %d %d %d%n"
                .formatted(
                    schedule.totalPrincipalMinor(),
                    schedule.totalInterestMinor(),
                    schedule.totalMinor()))
        .toString();
  }

  private Terms with(
      DayCountConvention convention,
      RepaymentFrequency frequency,
      InterestMethod method,
      Amortization amortization,
      InstalmentRounding rounding) {
    return new Terms(
        new ScheduleTerms(
            made.annualRate(),
            convention,
            frequency,
            made.instalmentCount(),
            made.firstDueDate(),
            method,
            amortization,
            made.principalGraceInstalments(),
            made.interestGraceInstalments(),
            rounding));
  }
}
