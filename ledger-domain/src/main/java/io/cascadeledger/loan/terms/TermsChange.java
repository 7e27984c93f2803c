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
 */
public record TermsChange(
    BigDecimal annualRate,
    Integer instalmentCount,
    LocalDate nextDueDate,
    RepaymentFrequency frequency,
    Reage reage) {

  /** A change that leaves what is overdue where it is. */
  public TermsChange(
      BigDecimal annualRate,
      Integer instalmentCount,
      LocalDate nextDueDate,
      RepaymentFrequency frequency) {
    this(annualRate, instalmentCount, nextDueDate, frequency, null);
  }
}
