package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanExit;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whether a loan takes movements.
 *
 * @param loan the loan
 * @param exit whether and how it has left the books
 * @param exitEntryId the entry with which it has; null if it has not
 * @param exitMinor what left with that entry as it counts now
 * @param closedOn the day from which it is closed, or null
 */
record LoanStanding(
    LoanId loan, LoanExit exit, UUID exitEntryId, BigInteger exitMinor, LocalDate closedOn) {

  /** A loan that has not left the books. */
  static LoanStanding onTheBooks(LoanId loan, LocalDate closedOn) {
    return new LoanStanding(loan, LoanExit.NONE, null, BigInteger.ZERO, closedOn);
  }

  LoanStanding left(LoanExit how, UUID entryId, long minor) {
    return new LoanStanding(loan, how, entryId, BigInteger.valueOf(minor), closedOn);
  }

  LoanStanding closed(LocalDate on) {
    return new LoanStanding(loan, exit, exitEntryId, exitMinor, on);
  }

  /** After an entry of the loan was undone: it is open again, and back if it left with that. */
  LoanStanding reversed(UUID entryId) {
    return entryId.equals(exitEntryId) ? onTheBooks(loan, null) : closed(null);
  }

  /** After an entry was restated, so that more or less left with it; nothing is as if it stayed. */
  LoanStanding restated(UUID entryId, long minorMore) {
    if (!entryId.equals(exitEntryId)) {
      return this;
    }
    BigInteger now = exitMinor.add(BigInteger.valueOf(minorMore));
    return new LoanStanding(loan, exit, exitEntryId, now, closedOn);
  }

  static LoanStatus status(LoanExit exit, BigInteger exitMinor, LocalDate closedOn) {
    if (closedOn != null) {
      return LoanStatus.CLOSED;
    }
    return exitMinor.signum() == 0
        ? LoanStatus.OPEN
        : switch (exit) {
          case NONE -> LoanStatus.OPEN;
          case CHARGED_OFF -> LoanStatus.CHARGED_OFF;
          case WRITTEN_OFF -> LoanStatus.WRITTEN_OFF;
          case SOLD -> LoanStatus.SOLD;
        };
  }
}
