package io.cascadeledger.api.journal;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.projections.journal.ManualEntryView;
import java.time.Instant;
import java.util.Locale;

/** Who wrote a manual entry, and what has become of it. */
@Describe("Who wrote a manual entry, and who decided on it.")
record ManualEntryNote(
    @Describe("draft, posted or rejected. Only what is posted counts.") String status,
    @Describe("Who wrote it.") String author,
    @Describe("When the ledger recorded what was written.") Instant writtenAt,
    @Describe(value = "Who approved or rejected it.", optional = true) String decidedBy,
    @Describe(value = "When.", optional = true) Instant decidedAt,
    @Describe(value = "What was said to it.", optional = true) String decisionReason) {

  static ManualEntryNote of(ManualEntryView manual) {
    return new ManualEntryNote(
        word(manual.status()),
        manual.author(),
        manual.writtenAt(),
        manual.decidedBy(),
        manual.decidedAt(),
        manual.decisionReason());
  }

  static String word(ManualEntryStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
