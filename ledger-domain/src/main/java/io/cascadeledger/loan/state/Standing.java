package io.cascadeledger.loan.state;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.Owed;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a loan stands at one point of its history: what its movements up to there, in the order of
 * their effective dates, have made of it. It moves on with {@link #apply}.
 */
public final class Standing {

  private final Currency currency;
  private final AllocationPolicy policy;
  private final Servicing servicing;
  private final Charges charges = new Charges();
  private final Chargeable chargeable = new Chargeable();

  private LocalDate date;
  private LoanBalance balance = LoanBalance.ZERO;
  private long disbursedMinor;
  private long lostMinor;
  private LoanExit exit = LoanExit.NONE;
  private Movement last;
  private LocalDate exitedOn = LocalDate.MAX;

  /**
   * A loan to which nothing has happened.
   *
   * @param openedOn the day on which it was opened
   * @param servicing its schedule and interest; null if the lender services it
   */
  Standing(LocalDate openedOn, Currency currency, AllocationPolicy policy, Servicing servicing) {
    this.date = openedOn;
    this.currency = currency;
    this.policy = policy;
    this.servicing = servicing;
  }

  /** Whether a movement comes after all that this stands on. */
  public boolean isFollowedBy(Movement movement) {
    return last == null ? !movement.effectiveDate().isBefore(date) : last.compareTo(movement) < 0;
  }

  /** Takes the next movement into account as it counts now. */
  public void apply(Movement movement) {
    date = movement.effectiveDate();
    last = movement;
    if (servicing != null) {
      servicing.moveTo(date, balance.principalMinor());
    }
    if (movement.type() == EntryType.TERMS_CHANGE) {
      change(movement);
    }
    if (movement.books()) {
      book(movement);
    }
  }

  private void change(Movement movement) {
    Instruction to = movement.instruction();
    if (servicing != null && !servicing.facts().pauses().take(movement.id(), to)) {
      servicing.changed(date, to.change(), balance, charges.open()).ifPresent(charges::deferTo);
    }
  }

  private void book(Movement movement) {
    LoanBalance before = balance;
    balance = before.plus(movement.change());
    charges.follow(
        movement, Component.PENALTIES, balance.penaltiesMinor() - before.penaltiesMinor());
    charges.follow(movement, Component.FEES, balance.feesMinor() - before.feesMinor());
    switch (movement.type()) {
      case DISBURSEMENT -> disburse(movement, before);
      case FEE_ASSESSED, PENALTY_ASSESSED -> charge(movement);
      case ACCRUAL -> accrue(movement, before);
      case CHARGE_OFF -> leave(LoanExit.CHARGED_OFF, before);
      case WRITE_OFF -> leave(LoanExit.WRITTEN_OFF, before);
      case LOAN_SALE -> leave(LoanExit.SOLD, before);
      case RECOVERY -> lostMinor -= movement.amountMinor();
      case PAYMENT_RECEIVED -> {
        chargeable.paid(movement);
        prepay(movement, before);
      }
      case SUSPENSE_APPLIED, WAIVER -> prepay(movement, before);
      case CHARGEBACK -> chargeable.chargedBack(movement);
      default -> {
        // The balance says it all.
      }
    }
    if (servicing != null) {
      servicing.outstanding(balance.principalMinor());
    }
  }

  private void disburse(Movement movement, LoanBalance before) {
    long minor = balance.principalMinor() - before.principalMinor();
    disbursedMinor += minor;
    if (servicing != null) {
      servicing.disbursed(movement.entryId(), date, minor, before);
    }
  }

  private void charge(Movement movement) {
    if (servicing != null && movement.instruction() != null) {
      servicing.facts().charged(movement.instruction().charge());
    }
  }

  private void accrue(Movement movement, LoanBalance before) {
    if (servicing != null && movement.isComputedInterest()) {
      servicing.booked(date, balance.interestMinor() - before.interestMinor());
    }
  }

  private void prepay(Movement movement, LoanBalance before) {
    if (servicing != null
        && policy.ruleFor(movement.instruction().kind()) instanceof InstalmentOrder order) {
      servicing.paid(date, order.future(), before, balance);
    }
  }

  private void leave(LoanExit how, LoanBalance before) {
    exitedOn = exit == LoanExit.NONE ? date : exitedOn;
    exit = how;
    if (how != LoanExit.SOLD) {
      lostMinor += before.owedMinor() - balance.owedMinor();
    }
    if (servicing != null) {
      servicing.stop();
    }
  }

  /** The effective date of the last movement, or the day of opening before the first. */
  public LocalDate date() {
    return date;
  }

  /** The currency of all amounts. */
  public Currency currency() {
    return currency;
  }

  /** How the loan splits payments. */
  public AllocationPolicy policy() {
    return policy;
  }

  /** What the loan owes and holds. */
  public LoanBalance balance() {
    return balance;
  }

  /**
   * What is owed, to be paid on a day.
   *
   * @param on the day of the payment, not before {@link #date}
   */
  public Owed owed(LocalDate on) {
    return servicing == null || servicing.schedule().isEmpty()
        ? balance
        : new ScheduledOwed(balance, servicing, charges.open(), on);
  }

  /**
   * The interest that is earned and not booked at the end of a day; none is off the books.
   *
   * @param on the day, not before {@link #date}
   */
  public long unbookedInterestMinor(LocalDate on) {
    return servicing == null || exit != LoanExit.NONE
        ? 0
        : servicing.unbookedMinor(on, balance.principalMinor());
  }

  /** What the terms charge; empty if the lender services the loan. */
  public Optional<DueCharges> dueCharges() {
    return servicing().map(it -> it.charges(balance, charges.open()));
  }

  /** What is open of each instalment, also of those that are paid; none without a schedule. */
  public List<OpenInstalment> openInstalments() {
    return servicing == null || servicing.schedule().isEmpty()
        ? List.of()
        : servicing.open(balance, charges.open()).all();
  }

  /** The loan's schedule and interest; empty if the lender services it. */
  public Optional<Servicing> servicing() {
    return Optional.ofNullable(servicing);
  }

  /**
   * What a payment has paid and no chargeback has taken back.
   *
   * @param entryId the payment's entry
   * @return zeros if there is no such payment up to here
   */
  public Allocation chargeable(UUID entryId) {
    return chargeable.of(entryId);
  }

  /** The principal that was paid out, in minor units. */
  public long disbursedMinor() {
    return disbursedMinor;
  }

  /** What was charged off or written off and not recovered since, in minor units. */
  public long lostMinor() {
    return lostMinor;
  }

  /** Whether and how the loan has left the books. */
  public LoanExit exit() {
    return exit;
  }

  /** Whether the loan had left the books on a day. */
  public boolean isGoneOn(LocalDate day) {
    return exit != LoanExit.NONE && !day.isBefore(exitedOn);
  }

  /** A charge of which something is open. */
  public Optional<Charge> charge(UUID chargeId) {
    return charges.find(chargeId);
  }

  /** The charges of which something is open, those that fall due first before others. */
  public List<Charge> charges() {
    return charges.open();
  }
}
