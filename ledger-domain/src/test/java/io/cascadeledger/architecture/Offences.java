package io.cascadeledger.architecture;

import com.opengamma.strata.basics.date.DayCount;
import io.cascadeledger.refusal.RefusalCode;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Classes that break the rules of the domain. */
final class Offences {
  private Offences() {}

  record KnowsSql(Connection connection) {}

  record CountsDays(DayCount dayCount) {}

  record Logs(Logger logger) {}

  static final class ReadsTheTime {
    Instant time() {
      return Instant.now();
    }
  }

  static final class ReadsTheDateLater {
    Supplier<LocalDate> date() {
      return LocalDate::now;
    }
  }

  static final class AsksAClock {
    Instant time(Clock clock) {
      return clock.instant();
    }
  }

  static final class Counts {
    long time() {
      return System.nanoTime();
    }
  }

  static final class DrawsAnIdentifier {
    Supplier<UUID> identifier() {
      return UUID::randomUUID;
    }
  }

  static final class DrawsANumber {
    long number() {
      return Math.round(Math.random());
    }
  }

  record ThrowsDice(Random dice) {}

  record HoldsADouble(double amount) {}

  static final class TakesFloats {
    boolean take(float[] amounts) {
      return amounts.length > 0;
    }
  }

  static final class ReturnsADouble {
    Double amount() {
      return null;
    }
  }

  static final class MoneyHelper {}

  static final class KnowsThatALoanExists {
    RefusalCode code() {
      return RefusalCode.LOAN_ALREADY_EXISTS;
    }
  }
}
