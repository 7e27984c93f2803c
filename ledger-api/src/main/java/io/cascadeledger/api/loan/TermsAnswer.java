package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.LoanTerms;
import java.time.LocalDate;
import java.util.Locale;

/** Terms as they are answered: in the form in which they are sent. */
@Describe("What lender and borrower agreed, as far as the ledger was told.")
public record TermsAnswer(
    @Describe(value = "The most that may be disbursed.", optional = true) Long principalMinor,
    @Describe(value = "The yearly rate as a decimal fraction.", optional = true)
        String annualInterestRate,
    @Describe(value = "How days are counted.", optional = true) String dayCountConvention,
    @Describe(value = "How often an instalment falls due.", optional = true)
        String repaymentFrequency,
    @Describe(value = "How many instalments.", optional = true) Integer instalmentCount,
    @Describe(value = "When the first one falls due.", optional = true) LocalDate firstDueDate,
    @Describe(
            value = "How the ledger services the loan; left out if the lender does.",
            optional = true)
        ServicingAnswer servicing,
    @Describe(value = "How payments are split, if that was said.", optional = true)
        WaterfallAnswer waterfall) {

  /** The answer that says some terms. */
  public static TermsAnswer of(LoanTerms terms) {
    return new TermsAnswer(
        terms.principalMinor(),
        terms.annualInterestRate(),
        terms.dayCountConvention() == null ? null : terms.dayCountConvention().name(),
        word(terms.repaymentFrequency()),
        terms.instalmentCount(),
        terms.firstDueDate(),
        terms.servicing() == null ? null : ServicingAnswer.of(terms.servicing()),
        terms.allocation() == null ? null : WaterfallAnswer.of(terms.allocation()));
  }

  /** How the API writes most constants; null for none. */
  static String word(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }

  /** Terms for the description: twelve instalments at 12 %, serviced by the ledger. */
  public static TermsAnswer example(Long principalMinor) {
    return new TermsAnswer(
        principalMinor,
        "0.12",
        "ACT_365",
        "monthly",
        12,
        null,
        ServicingAnswer.example(),
        WaterfallAnswer.example());
  }
}
