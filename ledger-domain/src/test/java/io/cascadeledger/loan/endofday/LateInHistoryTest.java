package io.cascadeledger.loan.endofday;

import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.more;
import static io.cascadeledger.given.ServicedLoan.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 100.00 of principal and 12.00 of interest fall due on 1 December; late from 5 December on costs
 * 15.00 and 5 % of what is open.
 */
final class LateInHistoryTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 11, 1);
  private static final LocalDate DUE = LocalDate.of(2025, 12, 1);
  private static final LocalDate TODAY = DUE.plusDays(9);

  private static ServicedLoan charged() {
    return paidOut().closing(PAYOUT, TODAY);
  }

  private static ServicedLoan paidOut() {
    Agreed terms = Agreed.monthly().every(RepaymentFrequency.MONTHLY, 12, DUE);
    LateCharge rule = new LateCharge(Component.PENALTIES, 3, 1_500, new BigDecimal("5"));
    return ServicedLoan.paidOut(PAYOUT, terms.late(rule));
  }

  @ParameterizedTest(name = "{0} found to be paid on {1}: {2} at the end of 5 December")
  @CsvSource({
    "11200, 2025-12-01, 0",
    "11199, 2025-12-01, 1500",
    "10200, 2025-12-01, 1550",
    "11320, 2025-12-04, 0",
    "11360, 2025-12-05, 0",
    "11400, 2025-12-06, 2060"
  })
  void a_payment_that_is_found_later_counts_as_if_it_had_been_posted_in_time(
      long minor, LocalDate on, long charge) {
    ServicedLoan loan = charged();
    assertThat(loan.charges()).containsExactly("2025-12-05 PENALTIES 2060 due null");

    loan.pays("found", on, minor).told(dayEnd(TODAY));

    assertThat(-loan.booked("4300")).isEqualTo(charge);
    assertThat(loan.charges()).hasSize(charge == 0 ? 0 : 1);
  }

  @Test
  void what_a_later_payment_has_paid_of_a_charge_that_was_none_pays_something_else() {
    ServicedLoan loan = charged().pays("later", TODAY, 5_000);
    assertThat(loan.split("later")).isEqualTo("2060 0 1560 1380");

    loan.pays("found", DUE, 11_200);

    assertThat(loan.split("later")).isEqualTo("0 0 330 4670");
    assertThat(loan.booked("1400")).isZero();
  }

  @Test
  void a_charge_comes_back_when_the_payment_that_was_found_is_undone() {
    ServicedLoan loan = charged().pays("found", DUE, 11_200);
    assertThat(loan.charges()).isEmpty();

    loan.told(reversal(Sample.entryId("found")));

    assertThat(loan.charges()).containsExactly("2025-12-05 PENALTIES 2060 due null");
    assertThat(loan.events(EntryRestated.class)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void an_instalment_that_was_not_paid_after_all_is_charged_for_by_the_next_end_of_a_day() {
    ServicedLoan loan =
        paidOut()
            .closing(PAYOUT, DUE.minusDays(1))
            .pays("returned", DUE, 11_200)
            .closing(DUE, TODAY.minusDays(1))
            .pays("later", TODAY.minusDays(1), 5_000);

    loan.told(reversal(Sample.entryId("returned")));
    assertThat(loan.charges()).isEmpty();
    loan.told(dayEnd(TODAY));

    assertThat(loan.charges()).containsExactly("2025-12-05 PENALTIES 2060 due null");
    assertThat(loan.split("later")).as("as if it had been there").startsWith("2060 0 ");
    loan.told(dayEnd(TODAY), dayEnd(TODAY.plusDays(1)));
    assertThat(loan.charges()).hasSize(1);
  }

  @Test
  void an_instalment_that_is_open_again_is_charged_for_on_the_day_on_which_it_is() {
    ServicedLoan loan =
        paidOut()
            .closing(PAYOUT, DUE.minusDays(1))
            .pays("payment", DUE, 11_200)
            .closing(DUE, TODAY)
            .told(more(TODAY.plusDays(1)).chargeBack("back", "payment", 4_000))
            .closing(TODAY.plusDays(1), TODAY.plusDays(9));

    assertThat(loan.charges()).containsExactly("2025-12-11 PENALTIES 1700 due null");
  }

  @Test
  void an_instalment_is_charged_for_once_whatever_is_found_later() {
    ServicedLoan loan =
        paidOut()
            .closing(PAYOUT, DUE.minusDays(1))
            .pays("payment", DUE, 11_200)
            .closing(DUE, TODAY)
            .told(more(TODAY.plusDays(1)).chargeBack("back", "payment", 4_000))
            .closing(TODAY.plusDays(1), TODAY.plusDays(2));

    loan.told(reversal(Sample.entryId("back")));
    assertThat(loan.charges()).isEmpty();
    loan.told(reversal(Sample.entryId("payment"))).told(dayEnd(TODAY.plusDays(3)));

    assertThat(loan.charges()).containsExactly("2025-12-05 PENALTIES 2060 due null");
  }
}
