package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.change.ChangeTerms;
import io.cascadeledger.loan.change.EndDelinquencyPause;
import io.cascadeledger.loan.change.PauseDelinquency;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.loan.view.InstalmentView;
import io.cascadeledger.loan.view.ScheduleView;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A loan that the ledger services, with all its events. What it is told, it must accept. */
public final class ServicedLoan {

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final LoanState state = new LoanState();
  private final Map<String, Long> accounts = new HashMap<>();
  private int read;

  /** Opens a loan on a day. */
  public static ServicedLoan opened(LocalDate on, Agreed terms) {
    ServicedLoan loan = new ServicedLoan();
    loan.told(LoanCommands.inUsd().open(on, terms.terms()));
    return loan;
  }

  /** Opens a loan on a day and pays all of it out. */
  public static ServicedLoan paidOut(LocalDate on, Agreed terms) {
    return opened(on, terms).told(commands(on).disburse("payout", terms.principalMinor()));
  }

  /** Commands that count on a day. */
  public static LoanCommands commands(LocalDate on) {
    return LoanCommands.inUsd().on(on);
  }

  /** Commands of servicing that count on a day. */
  public static ServicingCommands more(LocalDate on) {
    return ServicingCommands.inUsd().on(on);
  }

  public static CloseLoanDay dayEnd(LocalDate day) {
    return new CloseLoanDay(LOAN, day, NOW);
  }

  public static ChangeTerms change(String name, LocalDate on, TermsChange change) {
    return new ChangeTerms(LOAN, id(name), change, on, null, Metadata.NONE, NOW);
  }

  public static PauseDelinquency pause(String name, LocalDate start, LocalDate end) {
    return new PauseDelinquency(LOAN, id(name), start, end, "Flood.", Metadata.NONE, NOW);
  }

  /** Lets a pause end earlier; with no last day it is taken back whole. */
  public static EndDelinquencyPause endPause(String name, String pause, LocalDate lastDay) {
    return new EndDelinquencyPause(
        LOAN, id(name), id(pause), lastDay, "Dry again.", Metadata.NONE, NOW);
  }

  /** Undoes an entry, today. */
  public static ReverseEntry reversal(UUID entryId) {
    return new ReverseEntry(
        LOAN,
        entryId,
        id("reversal of " + entryId),
        null,
        Sample.TODAY,
        "error_correction",
        null,
        Metadata.NONE,
        NOW);
  }

  /** What the ledger has charged by itself, as it counts now: day, type, amount, due date. */
  public List<String> charges() {
    return state().history().stream()
        .filter(it -> it.instruction() != null && it.instruction().charge() != null)
        .filter(it -> it.lines() != null)
        .map(
            it ->
                "%s %s %d due %s"
                    .formatted(
                        it.effectiveDate(),
                        it.instruction().charge().component(),
                        it.lines().list().getFirst().amount().minorUnits(),
                        it.dueDate()))
        .toList();
  }

  public ServicedLoan told(Object... commands) {
    ledger.accept(commands);
    return this;
  }

  public ServicedLoan pays(String name, LocalDate on, long minor) {
    return told(commands(on).pay(name, minor));
  }

  /** Brings the loan to the end of each day, from the first through the last. */
  public ServicedLoan closing(LocalDate first, LocalDate last) {
    first.datesUntil(last.plusDays(1)).forEach(day -> told(dayEnd(day)));
    return this;
  }

  public Optional<Refused> asked(Object command) {
    return ledger.send(command);
  }

  /** All its events so far. */
  public List<LoanEvent> events() {
    return ledger.events().stream().map(LoanEvent.class::cast).toList();
  }

  /** Its events of a kind so far. */
  public <T> List<T> events(Class<T> kind) {
    return ledger.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** What it remembers. */
  public LoanState state() {
    for (LedgerEvent event : ledger.eventsFrom(read)) {
      state.evolve((LoanEvent) event);
      if (event instanceof LoanMovement movement) {
        movement.entry().lines().list().stream()
            .forEach(
                line -> accounts.merge(line.account().value(), line.debitMinusCredit(), Long::sum));
      }
      read++;
    }
    return state;
  }

  public LoanBalance balance() {
    return state().balance();
  }

  /** The debits less the credits of an account, by the journal. */
  public long booked(String account) {
    state();
    return accounts.getOrDefault(account, 0L);
  }

  /** How a movement is split as it counts now: penalties, fees, interest, principal, suspense. */
  public String split(String name) {
    return text(state().entry(Sample.entryId(name)).orElseThrow().allocation());
  }

  /** Rows of number, due date, and each part of it as interest, principal and charges. */
  public String schedule() {
    StringBuilder rows = new StringBuilder();
    for (InstalmentView row : ScheduleView.of(state())) {
      rows.append(
          "%d %s | %s | %s | %s | %s | %s%n"
              .formatted(
                  row.instalment().number(),
                  row.instalment().due(),
                  text(row.due()),
                  text(row.inAdvance()),
                  text(row.onTime()),
                  text(row.late()),
                  text(row.outstanding())));
    }
    return rows.toString();
  }

  private static String text(Allocation parts) {
    return "%d %d %d %d"
            .formatted(
                parts.penaltiesMinor(),
                parts.feesMinor(),
                parts.interestMinor(),
                parts.principalMinor())
        + (parts.suspenseMinor() == 0 ? "" : " +" + parts.suspenseMinor());
  }
}
