package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.LoanArrangement;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PendingPaymentEvent;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.DelinquencyBucket;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.loan.terms.ServicingTerms;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a loan must remember to decide on the next command: the fold of its events. Only {@link
 * #evolve} changes it, and never refuses.
 */
public final class LoanState {

  private LoanOpened opening;
  private DayEnds dayEnds = new DayEnds();
  private PendingPayments pending = new PendingPayments();
  private boolean closed;
  private MovementLog movements = new MovementLog();

  /** Where the loan stands after all movements; null until somebody asks. */
  private transient Standing standing;

  /**
   * Takes one event of the loan into account.
   *
   * @param event the event, which has happened
   */
  public void evolve(LoanEvent event) {
    switch (event) {
      case LoanOpened opened -> opening = opened;
      case EntryReversed reversal -> {
        movements.add(Movement.of(reversal, movements.size()));
        movements
            .change(reversal.reversedEntryId(), it -> it.reversedBy(reversal.entry().id()))
            .ifPresent(it -> dayEnds.reconsiderFrom(it.effectiveDate()));
        standing = null;
        closed = false;
      }
      case EntryRestated restated -> {
        movements.add(Movement.of(restated, movements.size()));
        movements.change(restated.restatedEntryId(), it -> it.restatedBy(restated));
        standing = null;
      }
      case LoanMovement movement -> append(Movement.of(movement, movements.size()));
      case LoanArrangement arranged -> append(Movement.of(arranged, movements.size()));
      case PendingPaymentEvent ofPending -> pending.evolve(ofPending);
      case InstalmentFellDue due -> dayEnds.said(due);
      case DelinquencyChanged changed -> dayEnds.said(changed);
      case LoanClosed _ -> closed = true;
    }
  }

  private void append(Movement arrived) {
    movements.add(arrived);
    Movement movement = movements.getLast();
    dayEnds.took(movement, openedOn());
    if (standing != null && standing.isFollowedBy(movement)) {
      standing.apply(movement);
    } else {
      standing = null;
    }
  }

  /** The loan. */
  public LoanId id() {
    return opening.loan();
  }

  /** Who owes the loan. */
  public UUID borrowerId() {
    return opening.borrowerId();
  }

  /** The currency of all the loan's movements. */
  public Currency currency() {
    return opening.currency();
  }

  /** The first day on which a movement may count. */
  public LocalDate openedOn() {
    return opening.effectiveDate();
  }

  /** Whether the loan is closed. */
  public boolean isClosed() {
    return closed;
  }

  /** How the loan splits what is credited to it. */
  public AllocationPolicy policy() {
    return Optional.ofNullable(opening.terms())
        .map(LoanTerms::allocation)
        .orElse(AllocationPolicy.DEFAULT);
  }

  /** To which accounts the loan's movements are booked. */
  public PostingAccounts accounts() {
    return PostingAccounts.of(opening.terms());
  }

  /** How the ledger services the loan; empty if the lender does. */
  public Optional<ServicingTerms> servicingTerms() {
    return Optional.ofNullable(opening.terms()).map(LoanTerms::servicing);
  }

  /** The number of the last instalment of which it was said that it fell due; 0 if of none. */
  public int instalmentsDue() {
    return dayEnds.instalmentsDue();
  }

  /** How late the loan was when that was last said. */
  public DelinquencyBucket delinquency() {
    return dayEnds.delinquency();
  }

  /** What the loan owes and holds now. */
  public LoanBalance balance() {
    return standing().balance();
  }

  /** The most that may be disbursed under the terms, in minor units; empty if nothing limits it. */
  public Optional<Long> principalMinor() {
    return Optional.ofNullable(opening.terms()).map(LoanTerms::principalMinor);
  }

  /** How much more may be disbursed under the terms, in minor units; empty if nothing limits it. */
  public Optional<Long> disbursableMinor() {
    return principalMinor().map(limit -> limit - standing().disbursedMinor());
  }

  /** What an entry of this loan booked; empty if it has no entry of that identity. */
  public Optional<Movement> entry(UUID entryId) {
    return movements.find(entryId);
  }

  /** A movement of this loan that has not been undone, by its own identity. */
  public Optional<Movement> movement(UUID movementId) {
    return movements.stream().filter(it -> it.counts() && it.id().equals(movementId)).findFirst();
  }

  /** The payments that are or were pending. */
  public PendingPayments pending() {
    return pending;
  }

  /** The day of which {@link #delinquency} was said; before all days if it was never said. */
  public LocalDate delinquencyOn() {
    return dayEnds.delinquencyOn();
  }

  /** The first day whose end has not been booked by the ledger; the opening if none has. */
  public LocalDate interestUnbookedFrom() {
    return dayEnds.interestFrom(openedOn());
  }

  /**
   * The first day of whose end it is not known that all is booked that the terms charge; the end of
   * a day, which books its interest first, has booked the charges, too.
   */
  public LocalDate chargesUnbookedFrom() {
    return dayEnds.chargesFrom(openedOn());
  }

  /** The movements that were undone. */
  public Stream<Movement> undone() {
    return movements.stream().filter(Movement::isReversed);
  }

  /** The same loan, to try out on it what might happen. */
  public LoanState copy() {
    LoanState copy = new LoanState();
    copy.opening = opening;
    copy.dayEnds = dayEnds.copy();
    copy.pending = pending.copy();
    copy.closed = closed;
    copy.movements = movements.copy();
    return copy;
  }

  /** Where the loan stands after all its movements; to be read, not moved on. */
  public Standing standing() {
    if (standing == null) {
      Standing rebuilt = beginning();
      history().forEach(rebuilt::apply);
      standing = rebuilt;
    }
    return standing;
  }

  /**
   * Where the loan stood at the end of a day, as far as is known now; to be read, not moved on.
   *
   * @param day the day; movements with later effective dates do not count
   */
  public Standing standingOn(LocalDate day) {
    if (!standing().date().isAfter(day)) {
      return standing();
    }
    Standing then = beginning();
    history().stream().filter(it -> !it.effectiveDate().isAfter(day)).forEach(then::apply);
    return then;
  }

  /** Where the loan stood before its first movement. */
  public Standing beginning() {
    Servicing servicing =
        servicingTerms()
            .map(it -> new Servicing(it, ServicedTerms.of(opening.terms())))
            .orElse(null);
    return new Standing(openedOn(), currency(), policy(), servicing);
  }

  /** The movements that count, in the order of their effective dates and then of arrival. */
  public List<Movement> history() {
    return movements.stream().filter(Movement::counts).sorted().toList();
  }

  /** How many instalments it was agreed to have; 0 if the ledger does not service it. */
  public int instalments() {
    return servicingTerms().isEmpty() ? 0 : opening.terms().instalments();
  }

  /** The place in the order of arrival that the next movement will have. */
  public long nextSequence() {
    return movements.size();
  }
}
