package io.cascadeledger.loan.endofday;

import static io.cascadeledger.given.AgreedCharges.flat;
import static io.cascadeledger.given.AgreedCharges.flatOn;
import static io.cascadeledger.given.AgreedCharges.penalty;
import static io.cascadeledger.given.AgreedCharges.percent;
import static io.cascadeledger.given.AgreedCharges.percentOn;
import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.more;
import static io.cascadeledger.given.ServicedLoan.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.loan.terms.TermsChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1200.00 in twelve instalments of 100.00 from January on, with 12.00 of interest a month. */
final class AgreedChargesTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final Agreed TERMS = Agreed.monthly();

  @Test
  void what_falls_due_with_a_disbursement_is_booked_right_behind_each() {
    ServicedLoan loan =
        ServicedLoan.opened(
                PAYOUT,
                TERMS.charging(
                    percent(
                        "origination",
                        "1.5",
                        PercentOf.PRINCIPAL_DISBURSED,
                        ChargeDue.DISBURSEMENT),
                    penalty(flat("urgency", 700, ChargeDue.DISBURSEMENT))))
            .told(commands(PAYOUT).disburse("first", 80_000))
            .told(commands(PAYOUT.plusDays(9)).disburse("second", 40_000));

    assertThat(loan.events())
        .<Class<?>>extracting(LoanEvent::getClass)
        .containsExactly(
            LoanOpened.class,
            DisbursementPosted.class,
            FeeAssessed.class,
            PenaltyAssessed.class,
            DisbursementPosted.class,
            FeeAssessed.class,
            PenaltyAssessed.class);
    assertThat(loan.events(FeeAssessed.class))
        .extracting(it -> it.feeType() + " " + it.amount().minorUnits() + " " + it.effectiveDate())
        .containsExactly("origination 1200 2025-12-01", "origination 600 2025-12-10");
    assertThat(loan.booked("1400")).isEqualTo(1_400);
    assertThat(loan.booked("4300")).isEqualTo(-1_400);
  }

  @Test
  void a_disbursement_that_is_undone_takes_its_charges_with_it() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT, TERMS.charging(flat("origination", 900, ChargeDue.DISBURSEMENT)))
            .told(reversal(Sample.entryId("payout")));

    assertThat(loan.balance().isZero()).isTrue();
    assertThat(loan.booked("4200")).isZero();
    assertThat(loan.events(EntryRestated.class)).hasSize(1);
  }

  /** A twelfth of 1200.00 and 12.00 of interest make the first instalment. */
  @ParameterizedTest(name = "{0} % of {1}: {2}")
  @CsvSource({
    "0.5,  INSTALMENT,          56",
    "0.13, INSTALMENT,          15",
    "0.5,  PRINCIPAL_DISBURSED, 600"
  })
  void what_falls_due_with_an_instalment_is_booked_by_the_end_of_the_day_before(
      String percent, PercentOf of, long minor) {
    ServicedLoan loan =
        ServicedLoan.paidOut(
            PAYOUT, TERMS.charging(percent("service", percent, of, ChargeDue.INSTALMENT)));

    loan.closing(PAYOUT, JANUARY.minusDays(2));
    assertThat(loan.charges()).isEmpty();
    loan.told(dayEnd(JANUARY.minusDays(1)), dayEnd(JANUARY.minusDays(1)), dayEnd(JANUARY));

    assertThat(loan.charges()).containsExactly("2025-12-31 FEES " + minor + " due 2026-01-01");
    assertThat(loan.booked("1300")).isEqualTo(minor);
    assertThat(loan.booked("4200")).isEqualTo(-minor);
  }

  @Test
  void who_pays_all_of_an_instalment_on_its_day_owes_nothing_of_it() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.charging(flat("service", 300, ChargeDue.INSTALMENT)))
            .closing(PAYOUT, JANUARY.minusDays(1))
            .pays("january", JANUARY, 11_500)
            .closing(JANUARY, JANUARY.plusDays(5));

    assertThat(loan.split("january")).isEqualTo("0 300 1200 10000");
    assertThat(Delinquency.of(loan.state(), JANUARY.plusDays(5)).overdueMinor()).isZero();
  }

  @ParameterizedTest(name = "paid out on {0}, due on {1}: {2}")
  @CsvSource({
    "2025-12-01, 2026-01-15, 2026-01-14 FEES 2500 due 2026-01-15; 2026-01-14 FEES 1200 due 2026-01-15",
    "2025-12-01, 2025-12-01, 2025-12-01 FEES 2500 due 2025-12-01; 2025-12-01 FEES 1200 due 2025-12-01",
    "2025-12-20, 2025-12-05, 2025-12-20 FEES 2500 due 2025-12-05; 2025-12-20 FEES 1200 due 2025-12-05"
  })
  void what_falls_due_on_a_date_is_booked_before_it_but_not_before_the_payout(
      LocalDate payout, LocalDate due, String charges) {
    ServicedLoan loan =
        ServicedLoan.opened(
                PAYOUT, TERMS.charging(flatOn("annual", 2_500, due), percentOn("check", "1", due)))
            .closing(PAYOUT, payout.minusDays(1))
            .told(commands(payout).disburse("payout", 120_000))
            .closing(payout, FEBRUARY);

    assertThat(loan.charges()).containsExactlyInAnyOrder(charges.split("; "));
  }

  @Test
  void days_that_were_left_out_are_caught_up_each_charge_on_its_own_day() {
    Agreed terms =
        TERMS.charging(
            flat("service", 300, ChargeDue.INSTALMENT), flatOn("annual", 900, JANUARY.plusDays(9)));
    ServicedLoan daily = ServicedLoan.paidOut(PAYOUT, terms).closing(PAYOUT, FEBRUARY.plusDays(3));
    ServicedLoan once = ServicedLoan.paidOut(PAYOUT, terms).told(dayEnd(FEBRUARY.plusDays(3)));

    assertThat(once.charges())
        .isEqualTo(daily.charges())
        .containsExactly(
            "2025-12-31 FEES 300 due 2026-01-01",
            "2026-01-09 FEES 900 due 2026-01-10",
            "2026-01-31 FEES 300 due 2026-02-01");
  }

  @Test
  void a_percentage_follows_the_instalment_when_an_earlier_change_makes_it_another() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT,
                TERMS.charging(percent("service", "1", PercentOf.INSTALMENT, ChargeDue.INSTALMENT)))
            .closing(PAYOUT, JANUARY);
    assertThat(loan.charges()).containsExactly("2025-12-31 FEES 112 due 2026-01-01");

    loan.told(change("rate", PAYOUT, new TermsChange(new BigDecimal("0.24"), null, null, null)));

    assertThat(loan.charges()).containsExactly("2025-12-31 FEES 124 due 2026-01-01");
    assertThat(loan.booked("4200")).isEqualTo(-124);
  }

  @Test
  void an_instalment_that_is_put_off_by_an_earlier_change_takes_its_charge_with_it() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.charging(flat("service", 300, ChargeDue.INSTALMENT)))
            .closing(PAYOUT, JANUARY.plusDays(20));

    loan.told(
            change(
                "later",
                PAYOUT.plusDays(9),
                new TermsChange(null, null, JANUARY.plusDays(14), null)))
        .told(dayEnd(JANUARY.plusDays(21)));

    assertThat(loan.charges()).containsExactly("2026-01-14 FEES 300 due 2026-01-15");
    assertThat(loan.balance().feesMinor()).isEqualTo(300);
  }

  @Test
  void a_charge_that_was_undone_by_hand_does_not_come_back() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.charging(flat("service", 300, ChargeDue.INSTALMENT)))
            .closing(PAYOUT, JANUARY);
    loan.told(reversal(loan.events(FeeAssessed.class).getFirst().entry().id()));

    loan.pays("found later", PAYOUT.plusDays(3), 500).closing(JANUARY.plusDays(1), FEBRUARY);

    assertThat(loan.charges()).containsExactly("2026-01-31 FEES 300 due 2026-02-01");
  }

  @Test
  void nothing_is_charged_off_the_books() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.charging(flat("service", 300, ChargeDue.INSTALMENT)))
            .told(more(PAYOUT.plusDays(9)).chargeOff("loss"))
            .closing(PAYOUT.plusDays(9), FEBRUARY);

    assertThat(loan.events(FeeAssessed.class)).isEqualTo(List.of());
  }
}
