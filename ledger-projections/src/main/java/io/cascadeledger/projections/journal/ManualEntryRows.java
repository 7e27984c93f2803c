package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryEvent;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryRejected;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.journal.manual.ManualEntryText;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a chunk of events changes of the manual entries and of who decides on them. */
final class ManualEntryRows {

  /** An entry as it was written. */
  record Written(
      ManualEntryId id,
      long position,
      ManualEntryStatus status,
      String author,
      ManualEntryText text,
      Layer layer,
      JournalEntry entry,
      Instant at) {}

  /** A line of an entry as it was written. */
  record WrittenLine(ManualEntryId id, int sequence, Line line) {}

  /** What became of a draft. */
  record Decision(
      ManualEntryId id, ManualEntryStatus status, String by, Instant at, String reason) {}

  final List<Written> written = new ArrayList<>();
  final List<WrittenLine> lines = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();

  /** The last settings of each tenant. */
  final Map<String, BooksSettingsChanged> settings = new HashMap<>();

  void add(long position, ManualEntryEvent event) {
    switch (event) {
      case ManualEntryDrafted it ->
          add(
              new Written(
                  it.manualEntry(),
                  position,
                  ManualEntryStatus.DRAFT,
                  it.author(),
                  it.text(),
                  Layer.ofNamed(it.layer()),
                  it.draft(),
                  it.postedAt()));
      case ManualEntryPosted it -> {
        if (it.approvedBy() == null) {
          add(
              new Written(
                  it.manualEntry(),
                  position,
                  ManualEntryStatus.POSTED,
                  it.author(),
                  it.text(),
                  it.bookedIn(),
                  it.entry(),
                  it.postedAt()));
        } else {
          decisions.add(
              new Decision(
                  it.manualEntry(),
                  ManualEntryStatus.POSTED,
                  it.approvedBy(),
                  it.postedAt(),
                  it.approvalReason()));
        }
      }
      case ManualEntryRejected it ->
          decisions.add(
              new Decision(
                  it.manualEntry(),
                  ManualEntryStatus.REJECTED,
                  it.rejectedBy(),
                  it.postedAt(),
                  it.reason()));
      case ManualEntryReversed _ -> {
        // The journal links it with what it undoes.
      }
    }
  }

  private void add(Written row) {
    written.add(row);
    int sequence = 1;
    for (Line line : row.entry().lines().list()) {
      lines.add(new WrittenLine(row.id(), sequence++, line));
    }
  }
}
