package io.cascadeledger.loan.terms;

import java.time.LocalDate;

/**
 * What lender and borrower agreed. The ledger enforces the principal; it keeps the rest for those
 * who compute schedules, unless it services the loan itself. Every part may be null: not agreed, or
 * not known here.
 *
 * @param principalMinor the most that may be disbursed, in minor units of the loan's currency
 * @param annualInterestRate a decimal fraction such as {@code 0.0725}
 * @param dayCountConvention how days are counted
 * @param repaymentFrequency how often an instalment falls due
 * @param instalmentCount how many instalments there are
 * @param firstDueDate when the first instalment falls due
 * @param servicing how the ledger services the loan; the other parts are then all there
 */
public record LoanTerms(
    Long principalMinor,
    String annualInterestRate,
    DayCountConvention dayCountConvention,
    RepaymentFrequency repaymentFrequency,
    Integer instalmentCount,
    LocalDate firstDueDate,
    ServicingTerms servicing) {

  /** Terms of a loan that the lender services. */
  public LoanTerms(
      Long principalMinor,
      String annualInterestRate,
      DayCountConvention dayCountConvention,
      RepaymentFrequency repaymentFrequency,
      Integer instalmentCount,
      LocalDate firstDueDate) {
    this(
        principalMinor,
        annualInterestRate,
        dayCountConvention,
        repaymentFrequency,
        instalmentCount,
        firstDueDate,
        null);
  }
}
