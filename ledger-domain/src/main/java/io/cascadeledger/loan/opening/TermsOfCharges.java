package io.cascadeledger.loan.opening;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ServicingTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with what a loan is to be charged. */
final class TermsOfCharges {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TermsOfCharges() {}

  /**
   * The first fault, in words for the one who sent the terms.
   *
   * @param openedOn the first day on which something may be charged
   * @return empty if there is none
   */
  static Optional<String> fault(ServicingTerms terms, LocalDate openedOn) {
    if (terms.lateCharge() != null
        && terms.lateCharge().percentOfOverdue().compareTo(HUNDRED) > 0) {
      return Optional.of("a late charge is at most 100 percent");
    }
    if (terms.downPayment() != null && terms.schedule() != null) {
      return Optional.of("a schedule of the lender has no down payment beside it");
    }
    if (terms.charges().size() > Limits.AGREED_CHARGES) {
      return Optional.of("a loan has at most " + Limits.AGREED_CHARGES + " charges");
    }
    Set<String> codes = new HashSet<>();
    for (AgreedCharge charge : terms.charges()) {
      if (!codes.add(charge.code())) {
        return Optional.of("two charges have the code " + charge.code());
      }
      if (charge.dueDate() != null && charge.dueDate().isBefore(openedOn)) {
        return Optional.of("the charge " + charge.code() + " is due before the opening");
      }
    }
    return Optional.empty();
  }
}
