package io.cascadeledger.journal.settings;

import io.cascadeledger.event.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A tenant has settled how its books are kept.
 *
 * @param settings whose settings
 * @param fourEyes whether a manual entry needs another's approval
 * @param effectiveDate the business date of the change
 * @param postedAt when the ledger recorded it
 */
public record BooksSettingsChanged(
    BooksSettingsId settings, boolean fourEyes, LocalDate effectiveDate, Instant postedAt)
    implements LedgerEvent {

  @Override
  public String tenant() {
    return settings.tenant();
  }
}
