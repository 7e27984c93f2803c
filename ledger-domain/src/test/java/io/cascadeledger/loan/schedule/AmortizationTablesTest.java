package io.cascadeledger.loan.schedule;

import static io.cascadeledger.loan.terms.Amortization.EQUAL_PRINCIPAL;
import static io.cascadeledger.loan.terms.Amortization.INTEREST_ONLY;
import static io.cascadeledger.loan.terms.InterestMethod.DECLINING_BALANCE_DAILY;
import static io.cascadeledger.loan.terms.InterestMethod.FLAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows: number, due date, principal, interest, and both together. */
final class AmortizationTablesTest {

  /**
   * Sources: the factor 5.9955 a thousand of published mortgage tables (6 %, 30 years); the sample
   * Closing Disclosure H-25(B) of Regulation Z (162,000.00 at 3.875 %: 761.78); Wikipedia,
   * "Mortgage calculator" (200,000.00 at 6.5 %: 1,264.14); 100,000.00 at 6 % for a year: 8,606.64.
   */
  @ParameterizedTest(name = "{0} at {1} in {2} instalments of {3}, the last one of {4}")
  @CsvSource({
    "20000000, 0.06,    360, 119910, 120014",
    "16200000, 0.03875, 360,  76178,  76468",
    "20000000, 0.065,   360, 126414, 125956",
    "10000000, 0.06,     12, 860664, 860669",
  })
  void an_equal_instalment_is_what_has_been_published(
      long principal, String rate, int count, long instalment, long last) {
    RepaymentSchedule schedule =
        generate(Terms.of(count, "2026-02-15").rate(rate), "2026-01-15", principal);
    assertThat(schedule.instalments().subList(0, count - 1))
        .allMatch(row -> row.totalMinor() == instalment);
    assertThat(schedule.instalments().getLast().totalMinor()).isEqualTo(last);
    assertThat(schedule.totalPrincipalMinor()).isEqualTo(principal);
  }

  @Test
  void a_year_of_equal_instalments() {
    check(
        generate(Terms.of(12, "2026-02-15"), "2026-01-15", 10_000_000),
        """
        1 2026-02-15 810664 50000 860664
        2 2026-03-15 814717 45947 860664
        3 2026-04-15 818791 41873 860664
        4 2026-05-15 822885 37779 860664
        5 2026-06-15 826999 33665 860664
        6 2026-07-15 831134 29530 860664
        7 2026-08-15 835290 25374 860664
        8 2026-09-15 839466 21198 860664
        9 2026-10-15 843664 17000 860664
        10 2026-11-15 847882 12782 860664
        11 2026-12-15 852121 8543 860664
        12 2027-01-15 856387 4282 860669
        total 10000000 327973 10327973
        """);
  }

  @Test
  void daily_interest_from_one_end_of_a_month_to_the_next_in_a_leap_year() {
    check(
        generate(
            Terms.of(6, "2024-01-31").rate("0.12").method(DECLINING_BALANCE_DAILY),
            "2023-12-31",
            1_200_000),
        """
        1 2024-01-31 194809 12230 207039
        2 2024-02-29 197455 9584 207039
        3 2024-03-31 198807 8232 207039
        4 2024-04-30 201033 6006 207039
        5 2024-05-31 202882 4157 207039
        6 2024-06-30 205014 2022 207036
        total 1200000 42231 1242231
        """);
  }

  @Test
  void equal_principal_with_daily_interest_leaves_the_odd_unit_to_the_last() {
    check(
        generate(
            Terms.of(5, "2026-02-01")
                .rate("0.09")
                .days(DayCountConvention.ACT_360)
                .method(DECLINING_BALANCE_DAILY)
                .amortized(EQUAL_PRINCIPAL),
            "2026-01-01",
            1_000_001),
        """
        1 2026-02-01 200000 7750 207750
        2 2026-03-01 200000 5600 205600
        3 2026-04-01 200000 4650 204650
        4 2026-05-01 200000 3000 203000
        5 2026-06-01 200001 1550 201551
        total 1000001 22550 1022551
        """);
  }

  @Test
  void interest_only_ends_with_a_balloon() {
    check(
        generate(
            Terms.of(4, "2026-03-31")
                .rate("0.08")
                .every(RepaymentFrequency.QUARTERLY)
                .amortized(INTEREST_ONLY),
            "2025-12-31",
            5_000_000),
        """
        1 2026-03-31 0 100000 100000
        2 2026-06-30 0 100000 100000
        3 2026-09-30 0 100000 100000
        4 2026-12-31 5000000 100000 5100000
        total 5000000 400000 5400000
        """);
  }

  @Test
  void flat_interest_is_spread_evenly_and_the_rest_is_in_the_last() {
    check(
        generate(Terms.of(7, "2026-02-15").rate("0.10").method(FLAT), "2026-01-15", 100_000),
        """
        1 2026-02-15 14286 833 15119
        2 2026-03-15 14286 833 15119
        3 2026-04-15 14286 833 15119
        4 2026-05-15 14286 833 15119
        5 2026-06-15 14286 833 15119
        6 2026-07-15 14286 833 15119
        7 2026-08-15 14284 835 15119
        total 100000 5833 105833
        """);
  }

  @Test
  void grace_moves_interest_to_the_first_instalment_after_it() {
    check(
        generate(Terms.of(6, "2026-02-15").rate("0.12").grace(2, 3), "2026-01-15", 600_000),
        """
        1 2026-02-15 0 0 0
        2 2026-03-15 0 0 0
        3 2026-04-15 147769 0 147769
        4 2026-05-15 149247 22522 171769
        5 2026-06-15 150739 3030 153769
        6 2026-07-15 152245 1522 153767
        total 600000 27074 627074
        """);
  }

  @Test
  void instalments_of_whole_units_leave_the_rest_to_the_last() {
    check(
        generate(
            Terms.of(6, "2026-02-15").rate("0.12").rounded(RoundingMode.HALF_UP, 100),
            "2026-01-15",
            1_000_000),
        """
        1 2026-02-15 162500 10000 172500
        2 2026-03-15 164125 8375 172500
        3 2026-04-15 165766 6734 172500
        4 2026-05-15 167424 5076 172500
        5 2026-06-15 169098 3402 172500
        6 2026-07-15 171087 1711 172798
        total 1000000 35298 1035298
        """);
  }

  @Test
  void an_instalment_that_is_too_small_for_its_interest_pays_no_principal() {
    check(
        generate(
            Terms.of(3, "2026-02-15").rate("0.12").rounded(RoundingMode.DOWN, 10_000),
            "2026-01-15",
            20_000),
        """
        1 2026-02-15 0 200 200
        2 2026-03-15 0 200 200
        3 2026-04-15 20000 200 20200
        total 20000 600 20600
        """);
  }

  @Test
  void weeks_cross_the_leap_day() {
    check(
        generate(
            Terms.of(5, "2024-02-23").rate("0.26").every(RepaymentFrequency.WEEKLY),
            "2024-02-16",
            50_000),
        """
        1 2024-02-23 9900 250 10150
        2 2024-03-01 9949 201 10150
        3 2024-03-08 9999 151 10150
        4 2024-03-15 10049 101 10150
        5 2024-03-22 10103 51 10154
        total 50000 754 50754
        """);
  }

  @Test
  void a_long_first_period_is_counted_by_its_days() {
    check(
        generate(
            Terms.of(4, "2026-03-15").rate("0.12").days(DayCountConvention.THIRTY_360),
            "2026-02-05",
            400_000),
        """
        1 2026-03-15 97518 5333 102851
        2 2026-04-15 99826 3025 102851
        3 2026-05-15 100824 2027 102851
        4 2026-06-15 101832 1018 102850
        total 400000 11403 411403
        """);
  }

  @Test
  void without_interest_only_the_principal_is_due() {
    check(
        generate(Terms.of(3, "2026-02-15").rate("0"), "2026-01-15", 10_000),
        """
        1 2026-02-15 3333 0 3333
        2 2026-03-15 3333 0 3333
        3 2026-04-15 3334 0 3334
        total 10000 0 10000
        """);
  }

  private static RepaymentSchedule generate(Terms terms, String start, long principal) {
    return ScheduleGenerator.generate(terms.made(), LocalDate.parse(start), principal);
  }

  private static void check(RepaymentSchedule schedule, String table) {
    assertThat(Terms.table(schedule)).isEqualTo(table);
  }
}
