package io.cascadeledger.loan.state;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.LoanArrangement;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A movement of the loan as it counts now: what was asked and what it does, with all restatements.
 *
 * @param id the movement's identity
 * @param entryId the identity of its journal entry
 * @param type what it is
 * @param effectiveDate the day on which it counts
 * @param sequence its place in the order of arrival; of two movements of one day the smaller is
 *     first
 * @param instruction what was asked, or null if its effect was given with it and never changes
 * @param dueDate when a fee or penalty falls due; null for anything else
 * @param figures its amount, what it books and how it was split
 * @param reversedBy the entry that undid it, or null
 */
public record Movement(
    UUID id,
    UUID entryId,
    EntryType type,
    LocalDate effectiveDate,
    long sequence,
    Instruction instruction,
    LocalDate dueDate,
    Figures figures,
    UUID reversedBy)
    implements Comparable<Movement> {

  /**
   * A movement that is about to be decided on and whose effect depends on where the loan stands.
   *
   * @param loan the loan, whose next movement it is
   */
  public static Movement asked(
      LoanState loan,
      UUID id,
      UUID entryId,
      EntryType type,
      LocalDate effectiveDate,
      long amountMinor,
      Instruction instruction) {
    return new Movement(
        id,
        entryId,
        type,
        effectiveDate,
        loan.nextSequence(),
        instruction,
        null,
        Figures.of(amountMinor, null, null),
        null);
  }

  /**
   * The movement of an event.
   *
   * @param event the event
   * @param sequence its place in the order of arrival
   */
  public static Movement of(LoanMovement event, long sequence) {
    return Movements.of(event, sequence);
  }

  /**
   * The movement of an arrangement.
   *
   * @param event the event
   * @param sequence its place in the order of arrival
   */
  public static Movement of(LoanArrangement event, long sequence) {
    return Movements.of(event, sequence);
  }

  /**
   * A charge that the ledger is about to make by itself.
   *
   * @param basis what it follows from
   * @param type that of a fee or a penalty
   * @param dueDate when it falls due; null if on its effective date
   * @param sequence its place in the order of arrival
   */
  public static Movement charge(
      ChargeBasis basis,
      UUID id,
      UUID entryId,
      EntryType type,
      LocalDate effectiveDate,
      LocalDate dueDate,
      long sequence) {
    return new Movement(
        id,
        entryId,
        type,
        effectiveDate,
        sequence,
        Instruction.of(basis),
        dueDate,
        Figures.of(0, null, null),
        null);
  }

  /** Its amount in minor units; zero where the effect decides it. */
  public long amountMinor() {
    return figures.amountMinor();
  }

  /**
   * What it books: its entry's lines and those of its restatements, summed up; null if they cancel
   * out.
   */
  public Lines lines() {
    return figures.lines();
  }

  /** How it was split, or null if it is not one that is split. */
  public Allocation allocation() {
    return figures.allocation();
  }

  /** Whether it books anything. */
  public boolean books() {
    return figures.haveLines();
  }

  /** What it does to the loan's balance; it {@linkplain #books books} something. */
  LoanBalance change() {
    return figures.change();
  }

  /**
   * The journal entry that books it.
   *
   * @throws NullPointerException if it books nothing
   */
  public JournalEntry entry() {
    return new JournalEntry(entryId, type, effectiveDate, lines());
  }

  /** Whether it was undone. */
  public boolean isReversed() {
    return reversedBy != null;
  }

  /** Whether its effect is worked out anew when something earlier changes. */
  public boolean depends() {
    return instruction != null && type != EntryType.TERMS_CHANGE;
  }

  /** Whether it is interest that the ledger computes. */
  boolean isComputedInterest() {
    return type == EntryType.ACCRUAL && instruction != null;
  }

  /** What the ledger does by itself comes after all that was posted: interest, then charges. */
  private int place() {
    if (instruction == null) {
      return 0;
    }
    if (instruction.charge() != null && instruction.charge().endsDay()) {
      return 2;
    }
    return type == EntryType.ACCRUAL ? 1 : 0;
  }

  /**
   * Whether it takes back some of another movement: a chargeback of a payment, a waiver or an
   * adjustment of a charge.
   */
  public boolean restsOn(Movement other) {
    return switch (type) {
      case CHARGEBACK -> instruction.subjectEntryId().equals(other.entryId);
      case WAIVER ->
          instruction.target() instanceof PaymentTarget.OneCharge(UUID chargeId)
              && chargeId.equals(other.id);
      default -> false;
    };
  }

  /** Whether it is part of the loan's history: corrections and what was undone are not. */
  boolean counts() {
    return !isReversed() && type != EntryType.REVERSAL && type != EntryType.RESTATEMENT;
  }

  Movement reversedBy(UUID reversal) {
    return with(figures, reversal);
  }

  Movement restatedBy(EntryRestated restated) {
    Lines lines = lines();
    Lines more = restated.entry().lines();
    return with(
        lines == null ? more : lines.minus(more.mirrored()).orElse(null), restated.allocation());
  }

  /** The same movement with another effect. */
  public Movement with(Lines newLines, Allocation newAllocation) {
    return with(Figures.of(amountMinor(), newLines, newAllocation), reversedBy);
  }

  private Movement with(Figures newFigures, UUID newReversedBy) {
    return new Movement(
        id,
        entryId,
        type,
        effectiveDate,
        sequence,
        instruction,
        dueDate,
        newFigures,
        newReversedBy);
  }

  /** In the order of effective dates, then of arrival; what ends its day comes after it. */
  @Override
  public int compareTo(Movement other) {
    int byDate = effectiveDate.compareTo(other.effectiveDate);
    if (byDate != 0) {
      return byDate;
    }
    int place = place();
    int byPlace = Integer.compare(place, other.place());
    if (byPlace == 0 && place == 2) {
      byPlace = instruction.charge().compareTo(other.instruction.charge());
    }
    return byPlace != 0 ? byPlace : Long.compare(sequence, other.sequence);
  }
}
