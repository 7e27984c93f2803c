package io.cascadeledger.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.schedule.InterestMeter;
import io.cascadeledger.loan.schedule.ScheduleGenerator;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A meter is part of a loan's snapshot: not a digit may be lost on the way. */
final class InterestMeterJsonTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 15);

  @ParameterizedTest
  @EnumSource
  void a_meter_is_read_as_it_was_written(InterestMethod method) {
    ScheduleTerms terms =
        new ScheduleTerms(
            new BigDecimal("0.073125"),
            DayCountConvention.ACT_ACT,
            RepaymentFrequency.MONTHLY,
            3,
            LocalDate.of(2026, 2, 15),
            method,
            Amortization.EQUAL_INSTALMENTS,
            0,
            1,
            InstalmentRounding.HALF_UP_TO_MINOR_UNIT);
    InterestMeter meter =
        InterestMeter.start(
                terms, START, ScheduleGenerator.generate(terms, START, 90_071_992_547_409_93L))
            .through(START.plusDays(17), 90_071_992_547_409_93L)
            .stop();

    String json = EventJson.mapper().writeValueAsString(meter);

    assertThat(EventJson.mapper().readValue(json, InterestMeter.class)).isEqualTo(meter);
  }
}
