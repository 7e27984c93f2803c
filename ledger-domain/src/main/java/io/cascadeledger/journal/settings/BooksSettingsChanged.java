package io.cascadeledger.journal.settings;

import io.cascadeledger.event.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A tenant has settled how its books are kept.
 *
 * @param settings whose settings
 * @param fourEyes whether a manual entry needs another's approval
 * @param periods what holds for accounting periods; never null
 * @param effectiveDate the business date of the change
 * @param postedAt when the ledger recorded it
 */
public record BooksSettingsChanged(
    BooksSettingsId settings,
    boolean fourEyes,
    PeriodRules periods,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LedgerEvent {

  /** Events of before there were periods say nothing of them. */
  public BooksSettingsChanged {
    periods = periods == null ? PeriodRules.STANDARD : periods;
  }

  @Override
  public String tenant() {
    return settings.tenant();
  }
}
