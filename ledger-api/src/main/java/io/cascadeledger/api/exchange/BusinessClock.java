package io.cascadeledger.api.exchange;

import io.cascadeledger.time.PostingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The one place that reads the clock for the books. */
public final class BusinessClock {

  private final Clock clock;
  private final ZoneId zone;

  /** Reads a clock, and says which date it is in a zone. */
  public BusinessClock(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** Now, to the microsecond, because that is what the event table keeps. */
  public PostingTime now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new PostingTime(now, LocalDate.ofInstant(now, zone));
  }

  /** The date of a moment in the zone of the books. */
  public LocalDate dateOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The business date. */
  public LocalDate today() {
    return now().businessDate();
  }
}
