package io.cascadeledger.loan.endofday;

import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.state.DueCharge;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Decides what the end of a business day brings to a loan that the ledger services. Its steps are
 * taken one after the other, each on what the one before it has left. All of them are worked out
 * from where the loan stands, so a step that was taken before brings nothing again.
 */
public final class DayEnd {

  private DayEnd() {}

  /**
   * Brings a loan to the end of a day: interest, charges, what fell due, delinquency.
   *
   * @param loan the loan
   * @param happen takes each event, by which the loan has changed when it returns
   * @throws io.cascadeledger.refusal.Refused if the day lies in the future, or something that is to
   *     be booked is refused
   */
  public static void close(LoanState loan, CloseLoanDay command, Consumer<LoanEvent> happen) {
    requireEffectiveDate(command.day(), command.time());
    LocalDate unchargedFrom = loan.chargesUnbookedFrom();
    for (LocalDate day : interestDays(loan, command)) {
      interest(loan, day, command).forEach(happen);
    }
    Optional<DueCharge> due = DayCharges.next(loan, unchargedFrom, command.day());
    while (due.isPresent()) {
      DayCharges.book(loan, due.get(), command.time().postedAt()).forEach(happen);
      due = DayCharges.next(loan, due.get().day(), command.day());
    }
    fallenDue(loan, command).forEach(happen);
    Delinquency.changed(loan, command).ifPresent(happen);
  }

  /**
   * The days on which interest is booked on the way to the end of a day: the last of the period of
   * each instalment that fell due since, and the day itself.
   *
   * @param loan the loan
   * @return no day if the ledger does not service the loan, or it is closed, or not disbursed
   */
  private static List<LocalDate> interestDays(LoanState loan, CloseLoanDay command) {
    return active(loan)
        .flatMap(Servicing::schedule)
        .map(
            schedule ->
                schedule.dueThrough(command.day()).stream()
                    .map(instalment -> instalment.due().minusDays(1))
                    .filter(day -> isAhead(loan, day))
                    .toList())
        .map(days -> with(days, command.day()))
        .orElse(List.of());
  }

  /** Interest is booked up to a day once; an earlier day that was left out is not gone back to. */
  private static boolean isAhead(LoanState loan, LocalDate day) {
    return !day.isBefore(loan.interestUnbookedFrom());
  }

  private static List<LocalDate> with(List<LocalDate> days, LocalDate last) {
    return Stream.concat(days.stream(), Stream.of(last)).toList();
  }

  /**
   * Whether an event is of a kind that the end of a day brings and no request does, or a charge
   * that the end of a day has made, or a restatement by one of these before it.
   */
  public static boolean brings(LedgerEvent event) {
    return switch (event) {
      case InterestEarned _, InstalmentFellDue _, DelinquencyChanged _, EntryRestated _ -> true;
      case FeeAssessed fee -> fee.basis() != null;
      case PenaltyAssessed penalty -> penalty.basis() != null;
      default -> false;
    };
  }

  private static Optional<Servicing> active(LoanState loan) {
    return loan.isClosed() || loan.standing().exit() != LoanExit.NONE
        ? Optional.empty()
        : loan.standing().servicing();
  }

  /**
   * The interest that is earned by the end of a day.
   *
   * @param loan the loan
   * @param day the day
   * @return the interest and what it restates, or nothing if nothing was earned
   */
  private static List<LoanEvent> interest(LoanState loan, LocalDate day, CloseLoanDay command) {
    if (!isAhead(loan, day)) {
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
            loan.interestUnbookedFrom(),
            new Money(minor, loan.currency()),
            earned.entry(),
            command.time().postedAt());
    return Restatements.with(event, outcome);
  }

  /** Each instalment that has fallen due by the end of the day and was not announced. */
  private static List<InstalmentFellDue> fallenDue(LoanState loan, CloseLoanDay command) {
    return active(loan)
        .flatMap(Servicing::schedule)
        .map(schedule -> schedule.dueThrough(command.day()))
        .orElse(List.of())
        .stream()
        .filter(instalment -> instalment.number() > loan.instalmentsDue())
        .map(instalment -> fellDue(loan, instalment, command))
        .toList();
  }

  private static InstalmentFellDue fellDue(
      LoanState loan, Instalment instalment, CloseLoanDay command) {
    long openMinor =
        loan.standingOn(instalment.due()).openInstalments().stream()
            .filter(open -> open.instalment().number() == instalment.number())
            .mapToLong(OpenInstalment::totalMinor)
            .sum();
    return new InstalmentFellDue(
        command.loan(),
        instalment.number(),
        openMinor,
        instalment.due(),
        command.time().postedAt());
  }
}
