package io.cascadeledger.loan.endofday;

import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what the end of a business day brings to a loan that the ledger services. Its steps are
 * taken one after the other, each on what the one before it has left. All of them are worked out
 * from where the loan stands, so a step that was taken before brings nothing again.
 */
public final class DayEnd {

  private DayEnd() {}

  /**
   * The day is one that can be closed.
   *
   * @throws io.cascadeledger.refusal.Refused if it lies in the future
   */
  public static void requireDay(CloseLoanDay command) {
    requireEffectiveDate(command.day(), command.time());
  }

  /**
   * The days on which interest is booked on the way to the end of a day: the last of the period of
   * each instalment that fell due since, and the day itself.
   *
   * @param loan the loan
   * @return no day if the ledger does not service the loan, or it is closed, or not disbursed
   */
  public static List<LocalDate> interestDays(LoanState loan, CloseLoanDay command) {
    return active(loan)
        .flatMap(Servicing::schedule)
        .map(
            schedule ->
                schedule.instalments().stream()
                    .map(instalment -> instalment.due().minusDays(1))
                    .filter(day -> day.isBefore(command.day()) && isAhead(loan, day))
                    .toList())
        .map(days -> with(days, command.day()))
        .orElse(List.of());
  }

  /** Interest is booked up to a day once; an earlier day that was left out is not gone back to. */
  private static boolean isAhead(LoanState loan, LocalDate day) {
    return !day.isBefore(loan.interestBookedThrough());
  }

  private static List<LocalDate> with(List<LocalDate> days, LocalDate last) {
    return Stream.concat(days.stream(), Stream.of(last)).toList();
  }

  private static Optional<Servicing> active(LoanState loan) {
    return loan.isClosed() ? Optional.empty() : loan.standing().servicing();
  }

  /**
   * The interest that is earned by the end of a day.
   *
   * @param loan the loan
   * @param day the day
   * @return the interest and what it restates, or nothing if nothing was earned
   */
  public static List<LoanEvent> interest(LoanState loan, LocalDate day, CloseLoanDay command) {
    if (day.isBefore(loan.openedOn()) || loan.interestBookedThrough().isAfter(day)) {
      return List.of();
    }
    Outcome outcome =
        Replay.put(
            loan,
            Movement.asked(
                loan,
                Identities.of(command, "interest", day),
                Identities.of(command, "interest entry", day),
                EntryType.ACCRUAL,
                day,
                0,
                Instruction.PLAIN));
    Movement earned = outcome.movement();
    if (earned.lines() == null) {
      return List.of();
    }
    long minor = earned.lines().debitMinusCredit(INTEREST_RECEIVABLE);
    InterestEarned event =
        new InterestEarned(
            command.loan(),
            earned.id(),
            loan.interestBookedThrough(),
            new Money(minor, loan.currency()),
            earned.entry(),
            command.time().postedAt());
    return Restatements.with(event, outcome);
  }

  /** Each instalment that has fallen due by the end of the day and was not announced. */
  public static List<InstalmentFellDue> fallenDue(LoanState loan, CloseLoanDay command) {
    Standing standing = loan.standing();
    return active(loan)
        .map(it -> it.open(standing.balance(), standing.charges()))
        .orElse(List.of())
        .stream()
        .filter(open -> open.instalment().number() > loan.instalmentsDue())
        .filter(open -> !open.instalment().due().isAfter(command.day()))
        .map(open -> fellDue(open, command))
        .toList();
  }

  private static InstalmentFellDue fellDue(OpenInstalment open, CloseLoanDay command) {
    return new InstalmentFellDue(
        command.loan(),
        open.instalment().number(),
        open.totalMinor(),
        open.instalment().due(),
        command.time().postedAt());
  }
}
