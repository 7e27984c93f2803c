package io.cascadeledger.loan.terms;

import java.time.LocalDate;

/**
 * What lender and borrower agreed. The ledger enforces the principal and the waterfall; it keeps
 * the rest for those who compute schedules, unless it services the loan itself. Every part may be
 * null: not agreed, or not known here. A product's terms are of the same form: a template of these.
 *
 * @param principalMinor the most that may be disbursed, in minor units of the loan's currency
 * @param annualInterestRate a decimal fraction such as {@code 0.0725}
 * @param dayCountConvention how days are counted
 * @param repaymentFrequency how often an instalment falls due
 * @param instalmentCount how many instalments there are
 * @param firstDueDate when the first instalment falls due
 * @param servicing how the ledger services the loan; the other parts are then all there
 * @param allocation how payments are split; null for the default
 * @param product the template that these were made from, or null
 */
public record LoanTerms(
    Long principalMinor,
    String annualInterestRate,
    DayCountConvention dayCountConvention,
    RepaymentFrequency repaymentFrequency,
    Integer instalmentCount,
    LocalDate firstDueDate,
    ServicingTerms servicing,
    AllocationPolicy allocation,
    ProductVersion product) {

  /** Nothing was agreed. */
  public static final LoanTerms NONE = new LoanTerms(null, null, null, null, null, null);

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
        null,
        null,
        null);
  }

  /** The same terms, made from a template. */
  public LoanTerms from(ProductVersion template) {
    return new LoanTerms(
        principalMinor,
        annualInterestRate,
        dayCountConvention,
        repaymentFrequency,
        instalmentCount,
        firstDueDate,
        servicing,
        allocation,
        template);
  }

  /** How many instalments there are, also if the lender supplies them; null if that is not said. */
  public Integer instalments() {
    return servicing == null || servicing.schedule() == null
        ? instalmentCount
        : Integer.valueOf(servicing.schedule().size());
  }
}
