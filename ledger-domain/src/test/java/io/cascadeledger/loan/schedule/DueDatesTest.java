package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DueDatesTest {
  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource({
    "MONTHLY,   2026-01-31, 2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
    "MONTHLY,   2024-01-30, 2023-12-30 2024-01-30 2024-02-29 2024-03-30 2024-04-30 2024-05-30",
    "MONTHLY,   2026-02-28, 2026-01-28 2026-02-28 2026-03-28 2026-04-28 2026-05-28 2026-06-28",
    "QUARTERLY, 2025-11-30, 2025-08-30 2025-11-30 2026-02-28 2026-05-30 2026-08-30 2026-11-30",
    "SEMIANNUALLY, 2025-08-31, 2025-02-28 2025-08-31 2026-02-28 2026-08-31 2027-02-28 2027-08-31",
    "YEARLY,    2024-02-29, 2023-02-28 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
    "WEEKLY,    2024-02-23, 2024-02-16 2024-02-23 2024-03-01 2024-03-08 2024-03-15 2024-03-22",
    "BIWEEKLY,  2025-12-19, 2025-12-05 2025-12-19 2026-01-02 2026-01-16 2026-01-30 2026-02-13",
  })
  void due_dates_keep_the_day_of_the_first(
      RepaymentFrequency frequency, LocalDate first, String expected) {
    DueDates dates = new DueDates(first, frequency);
    List<LocalDate> days = IntStream.rangeClosed(-1, 4).mapToObj(dates::at).toList();
    assertThat(days).hasToString("[" + expected.replace(" ", ", ") + "]");
  }

  @ParameterizedTest
  @EnumSource
  void the_index_of_a_day_is_that_of_the_last_due_date_before_it(RepaymentFrequency frequency) {
    Random random = new Random(31);
    for (int i = 0; i < 5_000; i++) {
      DueDates dates = new DueDates(Drawn.day(random), frequency);
      LocalDate day = Drawn.day(random);
      int index = dates.indexOnOrBefore(day);
      assertThat(dates.at(index)).isBeforeOrEqualTo(day);
      assertThat(dates.at(index + 1)).isAfter(day);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_the_first_day_the_periods_between_due_dates_are_regular(
      RepaymentFrequency frequency) {
    Random random = new Random(28);
    for (int i = 0; i < 5_000; i++) {
      DueDates dates = new DueDates(Drawn.day(random), frequency);
      int index = random.nextInt(200) - 100;
      assertThat(dates.isRegular(dates.at(index), dates.at(index + 1))).isTrue();
      assertThat(dates.isRegular(dates.at(index).plusDays(5), dates.at(index + 1))).isFalse();
    }
  }
}
