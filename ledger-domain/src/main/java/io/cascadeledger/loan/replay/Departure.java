package io.cascadeledger.loan.replay;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.UUID;

/** A loan leaves the books with all that it owes: charged off, written off or sold. */
public final class Departure {

  private Departure() {}

  /**
   * Puts a departure in its place in the loan's history.
   *
   * @param type how the loan leaves
   * @param priceMinor what is paid for it, in minor units; zero if it is not sold
   * @return what it books, and what it changes of later movements
   * @throws Refused if the loan owes nothing on that day, whatever is paid for it: what is paid is
   *     then not the price of a loan
   */
  public static Outcome put(
      LoanState loan, UUID id, UUID entryId, EntryType type, LocalDate date, long priceMinor) {
    return Replay.put(
        loan,
        Movement.asked(loan, id, entryId, type, date, priceMinor, Instruction.PLAIN),
        Departure::requireOwed);
  }

  private static void requireOwed(Movement departure) {
    if (departure.lines() == null || LoanBalance.ZERO.plus(departure.lines()).owedMinor() == 0) {
      throw new Refused(RefusalCode.NOTHING_OWED, "The loan owes nothing on that day.");
    }
  }
}
