package io.cascadeledger.loan.terms;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What of a loan's terms changes; a part that stays is null.
 *
 * @param annualRate the new yearly rate, a decimal fraction
 * @param instalmentCount how many instalments the whole schedule has now
 * @param nextDueDate when the next instalment falls due; the later ones follow it
 * @param frequency how often instalments fall due from then on
 * @param reage how all that is outstanding is spread anew; the parts about instalments are then
 *     null
 * @param schedule the instalments of the lender that take the place of those not due yet; only the
 *     rate can change with it
 */
public record TermsChange(
    BigDecimal annualRate,
    Integer instalmentCount,
    LocalDate nextDueDate,
    RepaymentFrequency frequency,
    Reage reage,
    NewSchedule schedule) {

  /** A change that supplies no schedule. */
  public TermsChange(
      BigDecimal annualRate,
      Integer instalmentCount,
      LocalDate nextDueDate,
      RepaymentFrequency frequency,
      Reage reage) {
    this(annualRate, instalmentCount, nextDueDate, frequency, reage, null);
  }

  /** A change that leaves what is overdue where it is. */
  public TermsChange(
      BigDecimal annualRate,
      Integer instalmentCount,
      LocalDate nextDueDate,
      RepaymentFrequency frequency) {
    this(annualRate, instalmentCount, nextDueDate, frequency, null, null);
  }

  /** Whether the number, the dates and the frequency of the instalments are not named. */
  public boolean touchesNoInstalment() {
    return instalmentCount == null && nextDueDate == null && frequency == null;
  }
}
