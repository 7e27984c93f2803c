package io.cascadeledger.journal.manual;

import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** An entry that a person has written: a draft, then booked or rejected, and perhaps undone. */
@AggregateRoot(type = ManualEntryId.STREAM_TYPE)
public class ManualEntry {

  @AggregateIdentifier private ManualEntryId id;

  private String author;
  private ManualEntryText text;
  private Layer layer;
  private JournalEntry entry;
  private ManualEntryStatus status;
  private UUID reversedBy;

  /** For the event store, which fills it by replaying events. */
  protected ManualEntry() {}

  ManualEntry(PostManualEntry command, Chart chart, boolean fourEyes) {
    requireEffectiveDate(command.effectiveDate(), command.time());
    Lines lines = ManualLines.of(command.lines());
    ManualLines.requireAccounts(lines, chart);
    JournalEntry written =
        new JournalEntry(
            command.manualEntry().value(),
            EntryType.MANUAL_ADJUSTMENT,
            command.effectiveDate(),
            lines);
    apply(
        fourEyes
            ? new ManualEntryDrafted(
                command.manualEntry(),
                command.author(),
                command.text(),
                command.layer().named(),
                written,
                command.time().postedAt())
            : new ManualEntryPosted(
                command.manualEntry(),
                command.author(),
                null,
                null,
                command.text(),
                command.layer().named(),
                written,
                command.time().postedAt()));
  }

  void approve(ApproveManualEntry command, Chart chart) {
    requireDraft();
    ManualLines.requireAccounts(entry.lines(), chart);
    if (command.approver().equals(author)) {
      throw new Refused(
          RefusalCode.APPROVER_IS_AUTHOR,
          "The draft was written by %s, so another has to approve it.".formatted(author));
    }
    apply(
        new ManualEntryPosted(
            id,
            author,
            command.approver(),
            command.reason(),
            text,
            layer,
            entry,
            command.time().postedAt()));
  }

  void reject(RejectManualEntry command) {
    requireDraft();
    apply(
        new ManualEntryRejected(
            id,
            command.rejectedBy(),
            command.reason(),
            command.time().businessDate(),
            command.time().postedAt()));
  }

  private void requireDraft() {
    if (status != ManualEntryStatus.DRAFT) {
      throw new Refused(
          RefusalCode.ENTRY_NOT_DRAFT,
          "The journal entry %s is %s already."
              .formatted(id.value(), status == ManualEntryStatus.POSTED ? "booked" : "rejected"));
    }
  }

  void reverse(ReverseManualEntry command) {
    requireEffectiveDate(command.effectiveDate(), command.time());
    boolean isItself = command.reversedEntryId().equals(id.value());
    if (status != ManualEntryStatus.POSTED) {
      throw new Refused(
          RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
          "The manual entry %s is not booked.".formatted(id.value()));
    }
    if (isItself && reversedBy != null) {
      throw new Refused(
          RefusalCode.ENTRY_ALREADY_REVERSED,
          "The journal entry %s was reversed by %s.".formatted(id.value(), reversedBy));
    }
    if (command.effectiveDate().isBefore(entry.effectiveDate())) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The reversal's effective date %s lies before that of the entry, %s."
              .formatted(command.effectiveDate(), entry.effectiveDate()));
    }
    if (!isItself) {
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          "The journal entry %s is itself a reversal. Post the entry again instead."
              .formatted(command.reversedEntryId()));
    }
    apply(
        new ManualEntryReversed(
            id,
            command.reasonCode(),
            command.reasonDescription(),
            command.metadata(),
            layer,
            entry.reversal(command.entryId(), command.effectiveDate()),
            command.time().postedAt()));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(ManualEntryEvent event) {
    id = event.manualEntry();
    switch (event) {
      case ManualEntryDrafted drafted ->
          remember(
              drafted.author(),
              drafted.text(),
              drafted.layer(),
              drafted.draft(),
              ManualEntryStatus.DRAFT);
      case ManualEntryPosted posted ->
          remember(
              posted.author(),
              posted.text(),
              posted.layer(),
              posted.entry(),
              ManualEntryStatus.POSTED);
      case ManualEntryRejected _ -> status = ManualEntryStatus.REJECTED;
      case ManualEntryReversed reversed -> reversedBy = reversed.entry().id();
    }
  }

  private void remember(
      String who, ManualEntryText what, Layer where, JournalEntry written, ManualEntryStatus now) {
    author = who;
    text = what;
    layer = where;
    entry = written;
    status = now;
  }
}
