package io.cascadeledger.loan.schedule;

import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;

/** A loan drawn at random: its terms, the day it starts and its principal. */
record RandomTerms(ScheduleTerms terms, LocalDate start, long principalMinor) {
  private static final RoundingMode[] MODES = {
    RoundingMode.HALF_UP,
    RoundingMode.HALF_EVEN,
    RoundingMode.UP,
    RoundingMode.DOWN,
    RoundingMode.FLOOR,
    RoundingMode.CEILING,
    RoundingMode.HALF_DOWN
  };
  private static final long[] UNITS = {1, 1, 1, 5, 100, 10_000};

  static RandomTerms draw(Random random) {
    LocalDate start = Drawn.day(random);
    int count = 1 + random.nextInt(random.nextInt(5) == 0 ? 360 : 24);
    ScheduleTerms terms =
        new ScheduleTerms(
            BigDecimal.valueOf(random.nextInt(8) == 0 ? 0 : random.nextInt(40_000), 5),
            one(random, DayCountConvention.values()),
            one(random, RepaymentFrequency.values()),
            count,
            start.plusDays(1 + random.nextInt(60)),
            one(random, InterestMethod.values()),
            one(random, Amortization.values()),
            random.nextBoolean() ? 0 : random.nextInt(count),
            random.nextBoolean() ? 0 : random.nextInt(count),
            new InstalmentRounding(one(random, MODES), UNITS[random.nextInt(UNITS.length)]));
    return new RandomTerms(terms, start, 1 + (long) Math.pow(10, random.nextDouble(12)));
  }

  RepaymentSchedule schedule() {
    return ScheduleGenerator.generate(terms, start, principalMinor);
  }

  private static <T> T one(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
