package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.journal.manual.ManualEntryText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A manual entry as it was written, and what has become of it.
 *
 * @param entryId the journal entry that it is or would be
 * @param position the position of the event with which it began
 * @param status how far it has come
 * @param effectiveDate the day on which it counts, if it is booked
 * @param text what is written on it
 * @param layer the layer of the books in which it is or would be
 * @param author who wrote it
 * @param writtenAt when the ledger recorded that
 * @param decidedBy who approved or rejected it; null if nobody has
 * @param decidedAt when; null if nobody has
 * @param decisionReason what was said to it, or null
 * @param lines its lines
 */
public record ManualEntryView(
    UUID entryId,
    long position,
    ManualEntryStatus status,
    LocalDate effectiveDate,
    ManualEntryText text,
    Layer layer,
    String author,
    Instant writtenAt,
    String decidedBy,
    Instant decidedAt,
    String decisionReason,
    List<Line> lines) {

  public ManualEntryView {
    lines = List.copyOf(lines);
  }

  ManualEntryView with(List<Line> allLines) {
    return new ManualEntryView(
        entryId,
        position,
        status,
        effectiveDate,
        text,
        layer,
        author,
        writtenAt,
        decidedBy,
        decidedAt,
        decisionReason,
        allLines);
  }
}
