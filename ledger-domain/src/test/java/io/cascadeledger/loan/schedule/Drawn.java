package io.cascadeledger.loan.schedule;

import java.time.LocalDate;
import java.util.Random;

/** Things drawn at random from a seed. */
final class Drawn {
  private Drawn() {}

  /** A day of 2000 to 2060; one of three is near the end of a month. */
  static LocalDate day(Random random) {
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(60 * 365));
    return random.nextInt(3) == 0
        ? day.withDayOfMonth(1).plusMonths(1).minusDays(random.nextInt(3))
        : day;
  }
}
