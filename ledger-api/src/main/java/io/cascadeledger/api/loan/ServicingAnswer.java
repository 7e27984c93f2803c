package io.cascadeledger.api.loan;

import static io.cascadeledger.api.loan.TermsAnswer.word;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.DownPayment;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.ServicingTerms;
import java.time.LocalDate;
import java.util.List;

/** How the ledger services a loan, as it is answered. */
@Describe("How the ledger services a loan.")
record ServicingAnswer(
    @Describe(value = "How interest is computed; a product may leave it open.", optional = true)
        String interestMethod,
    @Describe(value = "How the principal is paid back.", optional = true) String amortization,
    @Describe("How many of the first instalments have no principal.") int principalGraceInstalments,
    @Describe("How many of the first instalments have no interest.") int interestGraceInstalments,
    @Describe("How instalments are rounded.") String roundingMode,
    @Describe("What an instalment is a multiple of, in minor units.") long roundingUnitMinor,
    @Describe(value = "The lender's own instalments.", optional = true)
        List<SuppliedInstalmentAnswer> schedule,
    @Describe(value = "What each late instalment costs, once.", optional = true)
        LateChargeAnswer lateCharge,
    @Describe("How many days after its due date an instalment is not yet late.")
        int delinquencyGraceDays,
    @Describe(value = "Fees and penalties that the ledger charges by itself.", optional = true)
        List<AgreedChargeAnswer> charges,
    @Describe(value = "What of each disbursement falls due on its day.", optional = true)
        DownPaymentAnswer downPayment) {

  /** An instalment that the lender has supplied. */
  @Describe("An instalment that the lender has supplied.")
  record SuppliedInstalmentAnswer(
      @Describe("When it falls due.") LocalDate dueDate,
      @Describe("Its principal.") long principalMinor,
      @Describe("Its interest.") long interestMinor,
      @Describe("Its fees.") long feesMinor,
      @Describe("Its penalties.") long penaltiesMinor) {

    private static SuppliedInstalmentAnswer of(ScheduledInstalment instalment) {
      return new SuppliedInstalmentAnswer(
          instalment.dueDate(),
          instalment.principalMinor(),
          instalment.interestMinor(),
          instalment.feesMinor(),
          instalment.penaltiesMinor());
    }
  }

  /** What was agreed to be charged. */
  @Describe("What was agreed to be charged.")
  record AgreedChargeAnswer(
      @Describe("What it is for.") String code,
      @Describe("fees or penalties.") String component,
      @Describe("An amount, in minor units.") long flatMinor,
      @Describe("A percentage in place of an amount.") String percent,
      @Describe(value = "What it is a percentage of.", optional = true) String percentOf,
      @Describe("What it falls due with.") String due,
      @Describe(value = "The date, if it falls due on one.", optional = true) LocalDate dueDate) {

    private static AgreedChargeAnswer of(AgreedCharge charge) {
      return new AgreedChargeAnswer(
          charge.code(),
          word(charge.component()),
          charge.flatMinor(),
          charge.percent().toPlainString(),
          word(charge.percentOf()),
          word(charge.due()),
          charge.dueDate());
    }
  }

  /** What of each disbursement falls due on its day. */
  @Describe("What of each disbursement falls due on its day.")
  record DownPaymentAnswer(
      @Describe("An amount, in minor units.") long flatMinor,
      @Describe("A percentage in place of an amount.") String percent) {

    private static DownPaymentAnswer of(DownPayment down) {
      return new DownPaymentAnswer(down.flatMinor(), down.percent().toPlainString());
    }
  }

  /** What an instalment costs that is not paid in time. */
  @Describe("What an instalment costs that is not paid in time.")
  record LateChargeAnswer(
      @Describe("fees or penalties.") String component,
      @Describe("Days without a charge.") int graceDays,
      @Describe("An amount, in minor units.") long flatMinor,
      @Describe("A percentage of the instalment's open principal and interest.")
          String percentOfOverdue) {

    private static LateChargeAnswer of(LateCharge charge) {
      return new LateChargeAnswer(
          word(charge.component()),
          charge.graceDays(),
          charge.flatMinor(),
          charge.percentOfOverdue().toPlainString());
    }
  }

  static ServicingAnswer of(ServicingTerms terms) {
    InstalmentRounding rounding =
        terms.rounding() == null ? InstalmentRounding.HALF_UP_TO_MINOR_UNIT : terms.rounding();
    return new ServicingAnswer(
        word(terms.interestMethod()),
        word(terms.amortization()),
        terms.principalGrace(),
        terms.interestGrace(),
        word(rounding.mode()),
        rounding.unitMinor(),
        terms.schedule() == null
            ? null
            : terms.schedule().stream().map(SuppliedInstalmentAnswer::of).toList(),
        terms.lateCharge() == null ? null : LateChargeAnswer.of(terms.lateCharge()),
        terms.delinquencyGraceDays(),
        terms.charges().isEmpty()
            ? null
            : terms.charges().stream().map(AgreedChargeAnswer::of).toList(),
        terms.downPayment() == null ? null : DownPaymentAnswer.of(terms.downPayment()));
  }

  static ServicingAnswer example() {
    return new ServicingAnswer(
        "declining_balance_daily",
        "equal_instalments",
        0,
        0,
        "half_up",
        1,
        null,
        new LateChargeAnswer("penalties", 3, 2500, "0"),
        0,
        null,
        null);
  }
}
