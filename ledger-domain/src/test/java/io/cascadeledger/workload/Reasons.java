package io.cascadeledger.workload;

import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.time.PostingTime;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** All reasons that there are against a command, of which the first is the answer. */
final class Reasons {
  private static final BigInteger LARGEST_AMOUNT = BigInteger.TEN.pow(15);
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

  private final Set<RefusalCode> codes = EnumSet.noneOf(RefusalCode.class);

  Reasons when(boolean holds, RefusalCode code) {
    if (holds) {
      codes.add(code);
    }
    return this;
  }

  Reasons ofAmount(BigInteger minor) {
    return when(minor.signum() <= 0, RefusalCode.AMOUNT_NOT_POSITIVE)
        .when(minor.compareTo(LARGEST_AMOUNT) > 0, RefusalCode.AMOUNT_TOO_LARGE);
  }

  /** A price may be zero too. */
  Reasons ofPrice(BigInteger minor) {
    return minor.signum() == 0 ? this : ofAmount(minor);
  }

  Reasons ofDate(LocalDate date, PostingTime time) {
    return when(date.isBefore(EARLIEST), RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE)
        .when(date.isAfter(time.businessDate()), RefusalCode.EFFECTIVE_DATE_IN_FUTURE);
  }

  Optional<RefusalCode> first() {
    return codes.stream().sorted().findFirst();
  }
}
