package io.cascadeledger.projections.loan;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanExit;

/** What events make of a loan's standing. */
final class StandingChange {

  private StandingChange() {}

  /** Whether an event may change it; few do. */
  static boolean isOne(LoanEvent event) {
    return switch (event) {
      case LoanClosed _, LoanChargedOff _, LoanWrittenOff _, LoanSold _ -> true;
      case EntryReversed _, EntryRestated _ -> true;
      default -> false;
    };
  }

  /** The standing after an event. */
  static LoanStanding after(LoanStanding standing, LoanEvent event) {
    return switch (event) {
      case LoanClosed closed -> standing.closed(closed.effectiveDate());
      case LoanChargedOff it -> left(standing, LoanExit.CHARGED_OFF, it.entry(), 0);
      case LoanWrittenOff it -> left(standing, LoanExit.WRITTEN_OFF, it.entry(), 0);
      case LoanSold it -> left(standing, LoanExit.SOLD, it.entry(), it.price().minorUnits());
      case EntryReversed reversed -> standing.reversed(reversed.reversedEntryId());
      case EntryRestated restated ->
          standing.restated(restated.restatedEntryId(), owedLess(restated.entry()));
      default -> standing;
    };
  }

  private static LoanStanding left(
      LoanStanding standing, LoanExit how, JournalEntry entry, long priceMinor) {
    return standing.left(how, entry.id(), Math.addExact(owedLess(entry), priceMinor));
  }

  private static long owedLess(JournalEntry entry) {
    return -LoanBalance.ZERO.plus(entry.lines()).owedMinor();
  }
}
