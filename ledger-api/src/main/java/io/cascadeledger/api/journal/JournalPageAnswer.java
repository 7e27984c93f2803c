package io.cascadeledger.api.journal;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.journal.JournalItem;
import io.cascadeledger.projections.journal.ManualEntryView;
import java.util.List;

/** A page of journal entries as it is answered. */
record JournalPageAnswer(
    @Describe("The entries, in the order in which they were recorded.")
        List<JournalEntryAnswer> items,
    @Describe(
            value = "Send it as page_token to read on; left out on the last page.",
            optional = true)
        String nextPageToken) {

  static JournalPageAnswer of(Page<JournalItem> page) {
    return new JournalPageAnswer(
        page.items().stream().map(JournalEntryAnswer::of).toList(),
        page.next() == null ? null : Long.toString(page.next()));
  }

  static JournalPageAnswer ofManual(Page<ManualEntryView> page) {
    return new JournalPageAnswer(
        page.items().stream().map(JournalEntryAnswer::of).toList(),
        page.next() == null ? null : Long.toString(page.next()));
  }

  static JournalPageAnswer example() {
    return new JournalPageAnswer(List.of(JournalEntryAnswer.example()), "42");
  }
}
