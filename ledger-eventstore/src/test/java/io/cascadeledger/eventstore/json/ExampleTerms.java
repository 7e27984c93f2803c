package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.LOAN;
import static io.cascadeledger.eventstore.json.ExampleEvents.NOTES;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;
import static io.cascadeledger.eventstore.json.ExampleEvents.entry;
import static io.cascadeledger.eventstore.json.ExampleEvents.id;
import static io.cascadeledger.eventstore.json.ExampleEvents.usd;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.DelinquencyPauseEnded;
import io.cascadeledger.loan.event.DelinquencyPaused;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.TermsChanged;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.ChargeRule;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.DelinquencyBucket;
import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.loan.terms.DownPayment;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.NewSchedule;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How a loan is serviced, with nothing left out, and what the ends of its days bring. */
final class ExampleTerms {
  static final Reage REAGE = new Reage(DAY.plusDays(30), 6, RepaymentFrequency.SEMIANNUALLY);
  private static final NewSchedule NEW_SCHEDULE =
      new NewSchedule(
          List.of(new ScheduledInstalment(1, DAY.plusDays(30), 40_000, 1_100, 200, 0)),
          NewSchedule.Arrears.SPREAD);

  static final ServicingTerms SERVICING =
      new ServicingTerms(
          InterestMethod.DECLINING_BALANCE_DAILY,
          Amortization.EQUAL_INSTALMENTS,
          2,
          1,
          InstalmentRounding.HALF_UP_TO_MINOR_UNIT,
          List.of(new ScheduledInstalment(1, DAY.plusDays(31), 27_000, 6_000, 100, 0)),
          new LateCharge(Component.PENALTIES, 5, 1_500, new BigDecimal("0.50")),
          3);

  /** The template of the terms. */
  static final ProductVersion PRODUCT =
      new ProductVersion("consumer-36", 4, ExampleProducts.ACCOUNTS);

  /** The same before products said to which accounts is booked. */
  static final ProductVersion EARLIER_PRODUCT = new ProductVersion("consumer-36", 4);

  /** The same with what it is charged, and a down payment. */
  static final ServicingTerms CHARGED =
      SERVICING.with(
          List.of(
              new AgreedCharge(
                  "origination",
                  Component.FEES,
                  0,
                  new BigDecimal("1.5"),
                  PercentOf.PRINCIPAL_DISBURSED,
                  ChargeDue.DISBURSEMENT,
                  null),
              new AgreedCharge(
                  "annual",
                  Component.PENALTIES,
                  2_500,
                  BigDecimal.ZERO,
                  null,
                  ChargeDue.DATE,
                  DAY.plusYears(1))),
          new DownPayment(0, new BigDecimal("20")));

  static final ChargeBasis AGREED =
      new ChargeBasis(ChargeRule.AGREED, Component.FEES, "origination", null, null, id(2));

  static final ChargeBasis LATE =
      new ChargeBasis(ChargeRule.LATE, Component.PENALTIES, null, 3, DAY.minusDays(6), null);

  private ExampleTerms() {}

  /** Terms with nothing left out but what is given; 36 instalments from May on. */
  static LoanTerms terms(
      ServicingTerms servicing, AllocationPolicy allocation, ProductVersion product) {
    return new LoanTerms(
        1_000_000L,
        "0.0725",
        DayCountConvention.ACT_365,
        RepaymentFrequency.MONTHLY,
        36,
        LocalDate.of(2026, 5, 1),
        servicing,
        allocation,
        product);
  }

  static Stream<LedgerEvent> events() {
    return Stream.of(
        new InterestEarned(
            LOAN,
            id(0xb1),
            DAY.minusDays(30),
            usd(6_157),
            entry(
                30,
                EntryType.ACCRUAL,
                Lines.builder()
                    .debit(INTEREST_RECEIVABLE, usd(6_157))
                    .credit(INTEREST_INCOME, usd(6_157))
                    .build()),
            POSTED_AT),
        changed(REAGE, NEW_SCHEDULE),
        new DelinquencyPaused(
            LOAN,
            id(0xb3),
            new DelinquencyPause(DAY.plusDays(1), DAY.plusDays(30)),
            "Flood.",
            NOTES,
            DAY,
            POSTED_AT),
        new DelinquencyPauseEnded(
            LOAN, id(0xb4), id(0xb3), DAY.plusDays(10), "Dry again.", NOTES, DAY, POSTED_AT),
        new InstalmentFellDue(LOAN, 3, 33_100, DAY, POSTED_AT),
        new DelinquencyChanged(LOAN, DelinquencyBucket.DAYS_31_TO_60, 31, 66_200, DAY, POSTED_AT));
  }

  static TermsChanged changed(Reage reage, NewSchedule schedule) {
    return new TermsChanged(
        LOAN,
        id(0xb2),
        new TermsChange(
            new BigDecimal("0.0650"),
            40,
            DAY.plusDays(45),
            RepaymentFrequency.BIWEEKLY,
            reage,
            schedule),
        "Agreed by telephone.",
        NOTES,
        DAY,
        POSTED_AT);
  }
}
