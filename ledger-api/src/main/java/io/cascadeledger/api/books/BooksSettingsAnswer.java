package io.cascadeledger.api.books;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.settings.BooksSettingsChanged;

/** How the books are kept, as it is answered. */
record BooksSettingsAnswer(
    @Describe("required if a manual entry needs another's approval, else not_required.")
        String manualEntryApproval,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static BooksSettingsAnswer of(boolean fourEyes) {
    return new BooksSettingsAnswer(word(fourEyes), null);
  }

  static BooksSettingsAnswer of(Posted posted) {
    BooksSettingsChanged changed = (BooksSettingsChanged) posted.event();
    return new BooksSettingsAnswer(word(changed.fourEyes()), Rehearsed.flag(posted));
  }

  private static String word(boolean fourEyes) {
    return fourEyes ? "required" : "not_required";
  }
}
