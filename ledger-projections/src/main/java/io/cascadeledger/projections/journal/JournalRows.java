package io.cascadeledger.projections.journal;

import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.WaiverGranted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a chunk of events adds to the journal. */
final class JournalRows {

  /** Which entries an entry corrects, or null: that it undoes, that it restates, and why. */
  record Correction(UUID reversesEntryId, UUID restatesEntryId, UUID causedByEntryId) {
    private static final Correction NONE = new Correction(null, null, null);
  }

  /** An entry of a loan. What the event does not have is null. */
  record EntryRow(
      RecordedEvent recorded,
      LoanMovement movement,
      UUID batchEntryId,
      UUID accrualId,
      Correction correction,
      String description,
      String externalRef) {

    JournalEntry entry() {
      return movement.entry();
    }
  }

  /** A line of a loan's entry. */
  record LineRow(long position, int sequence, Line line) {}

  /** A batch of accruals or its reversal, as a whole. */
  record BatchRow(
      RecordedEvent recorded,
      UUID entryId,
      UUID accrualId,
      EntryType type,
      UUID reversesEntryId,
      String description) {

    LocalDate effectiveDate() {
      return recorded.event().effectiveDate();
    }

    Instant postedAt() {
      return recorded.event().postedAt();
    }
  }

  /** An entry or batch that was undone, and by what. */
  record Link(String tenant, UUID reversedEntryId, UUID reversalEntryId) {}

  final List<LoanOpened> loans = new ArrayList<>();
  final List<EntryRow> entries = new ArrayList<>();
  final List<LineRow> lines = new ArrayList<>();
  final List<Link> reversedEntries = new ArrayList<>();
  final List<BatchRow> batches = new ArrayList<>();
  final List<Link> reversedBatches = new ArrayList<>();

  void add(RecordedEvent recorded) {
    switch (recorded.event()) {
      case LoanOpened opened -> loans.add(opened);
      case LoanMovement movement -> add(recorded, movement);
      case AccrualBatchPosted posted ->
          batches.add(
              new BatchRow(
                  recorded,
                  posted.entryId(),
                  posted.batch().value(),
                  EntryType.ACCRUAL,
                  null,
                  null));
      case AccrualBatchReversed reversed -> add(recorded, reversed);
      default -> {
        // It books nothing.
      }
    }
  }

  private void add(RecordedEvent recorded, LoanMovement movement) {
    entries.add(entryRow(recorded, movement));
    JournalEntry entry = movement.entry();
    int sequence = 1;
    for (Line line : entry.lines().list()) {
      lines.add(new LineRow(recorded.position(), sequence++, line));
    }
    if (movement instanceof EntryReversed reversed) {
      reversedEntries.add(new Link(movement.tenant(), reversed.reversedEntryId(), entry.id()));
    }
  }

  private static EntryRow entryRow(RecordedEvent recorded, LoanMovement movement) {
    return switch (movement) {
      case InterestAccrued accrued ->
          new EntryRow(
              recorded,
              movement,
              accrued.batchEntryId(),
              accrued.accrualId(),
              Correction.NONE,
              null,
              null);
      case EntryReversed reversed ->
          new EntryRow(
              recorded,
              movement,
              reversed.batchEntryId(),
              null,
              new Correction(reversed.reversedEntryId(), null, null),
              reversed.reasonDescription(),
              null);
      case EntryRestated restated ->
          new EntryRow(
              recorded,
              movement,
              null,
              null,
              new Correction(null, restated.restatedEntryId(), restated.causedByEntryId()),
              null,
              null);
      case PaymentPosted it -> plain(recorded, movement, null, it.externalRef());
      case RecoveryPosted it -> plain(recorded, movement, null, it.externalRef());
      case FeeAssessed it -> plain(recorded, movement, it.description(), null);
      case PenaltyAssessed it -> plain(recorded, movement, it.description(), null);
      case CreditRefunded it -> plain(recorded, movement, it.reason(), null);
      case ChargebackPosted it -> plain(recorded, movement, it.reason(), null);
      case WaiverGranted it -> plain(recorded, movement, it.reason(), null);
      case ChargeAdjusted it -> plain(recorded, movement, it.reason(), null);
      case BalanceAdjusted it -> plain(recorded, movement, it.reason(), null);
      case LoanChargedOff it -> plain(recorded, movement, it.reason(), null);
      case LoanWrittenOff it -> plain(recorded, movement, it.reason(), null);
      case DisbursementPosted _, InterestEarned _, SuspenseApplied _, LoanSold _ ->
          plain(recorded, movement, null, null);
    };
  }

  private static EntryRow plain(
      RecordedEvent recorded, LoanMovement movement, String description, String externalRef) {
    return new EntryRow(recorded, movement, null, null, Correction.NONE, description, externalRef);
  }

  private void add(RecordedEvent recorded, AccrualBatchReversed reversed) {
    batches.add(
        new BatchRow(
            recorded,
            reversed.entryId(),
            reversed.batch().value(),
            EntryType.REVERSAL,
            reversed.reversedEntryId(),
            reversed.reasonDescription()));
    reversedBatches.add(
        new Link(reversed.tenant(), reversed.reversedEntryId(), reversed.entryId()));
  }
}
