package io.cascadeledger.loan.state;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.TermsChanged;
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
 * @param amountMinor its amount in minor units; zero where the effect decides it
 * @param instruction what was asked, or null if its effect was given with it and never changes
 * @param dueDate when a fee or penalty falls due; null for anything else
 * @param lines what it books: its entry's lines and those of its restatements, summed up; null if
 *     they cancel out
 * @param allocation how it was split, or null if it is not one that is split
 * @param reversedBy the entry that undid it, or null
 */
public record Movement(
    UUID id,
    UUID entryId,
    EntryType type,
    LocalDate effectiveDate,
    long sequence,
    long amountMinor,
    Instruction instruction,
    LocalDate dueDate,
    Lines lines,
    Allocation allocation,
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
        amountMinor,
        instruction,
        null,
        null,
        null,
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
   * The movement of a change of terms.
   *
   * @param event the event
   * @param sequence its place in the order of arrival
   */
  public static Movement of(TermsChanged event, long sequence) {
    return Movements.of(event, sequence);
  }

  /**
   * The journal entry that books it.
   *
   * @throws NullPointerException if it books nothing
   */
  public JournalEntry entry() {
    return new JournalEntry(entryId, type, effectiveDate, lines);
  }

  /** Whether it was undone. */
  public boolean isReversed() {
    return reversedBy != null;
  }

  /** Whether its effect is worked out anew when something earlier changes. */
  public boolean depends() {
    return instruction != null && type != EntryType.TERMS_CHANGE;
  }

  /** Whether it comes after all other movements of its day: interest that the ledger computes. */
  boolean endsDay() {
    return type == EntryType.ACCRUAL && instruction != null;
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
    return !isReversed() && !LoanState.isCorrection(type);
  }

  Movement reversedBy(UUID reversal) {
    return new Movement(
        id,
        entryId,
        type,
        effectiveDate,
        sequence,
        amountMinor,
        instruction,
        dueDate,
        lines,
        allocation,
        reversal);
  }

  /** The same movement with another effect. */
  public Movement with(Lines newLines, Allocation newAllocation) {
    return new Movement(
        id,
        entryId,
        type,
        effectiveDate,
        sequence,
        amountMinor,
        instruction,
        dueDate,
        newLines,
        newAllocation,
        reversedBy);
  }

  /** In the order of effective dates, then of arrival; interest comes at the end of its day. */
  @Override
  public int compareTo(Movement other) {
    int byDate = effectiveDate.compareTo(other.effectiveDate);
    if (byDate != 0) {
      return byDate;
    }
    int byEnd = Boolean.compare(endsDay(), other.endsDay());
    return byEnd != 0 ? byEnd : Long.compare(sequence, other.sequence);
  }
}
