package io.cascadeledger.projections.journal;

import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.claim.event.ClaimCredited;
import io.cascadeledger.claim.event.ClaimDebited;
import io.cascadeledger.claim.event.ClaimDeleted;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.event.ClaimUpdated;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryEvent;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryRejected;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.period.PeriodEvent;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
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
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.sql.MetadataJson;
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

  /** An entry. What the event does not have is null. */
  record EntryRow(
      RecordedEvent recorded,
      BookedEvent booked,
      UUID batchEntryId,
      UUID accrualId,
      Correction correction,
      String description,
      String externalRef) {

    JournalEntry entry() {
      return booked.entry();
    }

    LoanId loan() {
      return booked instanceof LoanMovement movement ? movement.loan() : null;
    }

    UUID loanId() {
      return loan() == null ? null : loan().value();
    }

    /** The day on which it counts for its loan, if the books have it on another; else null. */
    LocalDate valueDate() {
      LocalDate day = entry().effectiveDate();
      return day.equals(recorded.bookedOn()) ? null : day;
    }

    /** The type of stream that it belongs to if that is a debtor's; else null. */
    String debtorStream() {
      return switch (booked) {
        case LedgerEntryPosted _ -> AccountId.STREAM_TYPE;
        case ClaimEvent _ -> ClaimId.STREAM_TYPE;
        default -> null;
      };
    }

    String metadata() {
      Metadata metadata = booked instanceof BookedEntry noted ? noted.metadata() : Metadata.NONE;
      return metadata.entries().isEmpty() ? null : MetadataJson.write(metadata);
    }
  }

  /** A line of an entry. */
  record LineRow(long position, short sequence, Line line) {}

  /** A batch of accruals or its reversal, as a whole. */
  record BatchRow(
      RecordedEvent recorded,
      UUID entryId,
      UUID accrualId,
      EntryType type,
      UUID reversesEntryId,
      String description) {

    /** The day on which the interest counts, if the books have it on another; else null. */
    LocalDate valueDate() {
      LocalDate day = recorded.event().effectiveDate();
      return day.equals(recorded.bookedOn()) ? null : day;
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
  final ManualEntryRows manual = new ManualEntryRows();
  final PeriodRows periods = new PeriodRows();

  void add(RecordedEvent recorded) {
    switch (recorded.event()) {
      case LoanOpened opened -> loans.add(opened);
      case LoanMovement movement -> add(entryRow(recorded, movement));
      case ManualEntryEvent event -> add(recorded, event);
      case PeriodEvent event -> periods.add(recorded.position(), event);
      case BooksSettingsChanged changed -> manual.settings.put(changed.tenant(), changed);
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
      case LedgerEntryPosted posted when posted.booked().isPresent() ->
          add(
              plain(
                  recorded,
                  posted,
                  "Debtor account " + posted.account().reference(),
                  posted.ledgerEntry().reference()));
      case ClaimEvent event
          when event instanceof BookedEvent booked && booked.booked().isPresent() ->
          add(plain(recorded, booked, said(event), event.claim().reference()));
      default -> {
        // It books nothing.
      }
    }
  }

  private void add(EntryRow row) {
    entries.add(row);
    short sequence = 1;
    for (Line line : row.entry().lines().list()) {
      lines.add(new LineRow(row.recorded().position(), sequence++, line));
    }
    UUID reversed = row.correction().reversesEntryId();
    if (reversed != null) {
      reversedEntries.add(new Link(row.booked().tenant(), reversed, row.entry().id()));
    }
  }

  private void add(RecordedEvent recorded, ManualEntryEvent event) {
    manual.add(recorded.position(), event);
    switch (event) {
      case ManualEntryPosted posted ->
          add(plain(recorded, posted, posted.text().description(), posted.text().reference()));
      case ManualEntryReversed reversed ->
          add(
              new EntryRow(
                  recorded,
                  reversed,
                  null,
                  null,
                  new Correction(reversed.manualEntry().value(), null, null),
                  reversed.reasonDescription(),
                  null));
      case ManualEntryDrafted _, ManualEntryRejected _ -> {
        // It books nothing.
      }
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

  /** What the lender said of a claim when the entry was made, or null. */
  private static String said(ClaimEvent event) {
    return switch (event) {
      case ClaimCredited it -> it.description();
      case ClaimDebited it -> it.description();
      case ClaimUpdated it -> it.reason();
      case ClaimDeleted it -> it.reason();
      default -> null;
    };
  }

  private static EntryRow plain(
      RecordedEvent recorded, BookedEvent booked, String description, String externalRef) {
    return new EntryRow(recorded, booked, null, null, Correction.NONE, description, externalRef);
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
