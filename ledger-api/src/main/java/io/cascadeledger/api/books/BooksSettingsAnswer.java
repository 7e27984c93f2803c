package io.cascadeledger.api.books;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.journal.settings.PeriodRules;
import io.cascadeledger.projections.journal.ManualEntryQueries.Settled;
import java.util.Locale;

/** How the books are kept, as it is answered. */
record BooksSettingsAnswer(
    @Describe("required if a manual entry needs another's approval, else not_required.")
        String manualEntryApproval,
    @Describe("required if closing and re-opening a period need another's approval.")
        String periodApproval,
    @Describe("refused, or first_open_day: what becomes of what counts in a closed period.")
        String latePostings,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static BooksSettingsAnswer of(Settled settled) {
    return of(settled.fourEyes(), settled.periods(), null);
  }

  static BooksSettingsAnswer of(Posted posted) {
    BooksSettingsChanged changed = (BooksSettingsChanged) posted.event();
    return of(changed.fourEyes(), changed.periods(), Rehearsed.flag(posted));
  }

  private static BooksSettingsAnswer of(boolean fourEyes, PeriodRules periods, Boolean dryRun) {
    return new BooksSettingsAnswer(
        word(fourEyes),
        word(periods.fourEyes()),
        periods.latePostings().name().toLowerCase(Locale.ROOT),
        dryRun);
  }

  static BooksSettingsAnswer example() {
    return of(new Settled(true, PeriodRules.STANDARD));
  }

  private static String word(boolean fourEyes) {
    return fourEyes ? "required" : "not_required";
  }
}
