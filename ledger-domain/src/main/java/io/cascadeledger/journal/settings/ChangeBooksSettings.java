package io.cascadeledger.journal.settings;

import io.cascadeledger.time.PostingTime;

/**
 * Settle how a tenant's books are kept.
 *
 * @param settings whose settings
 * @param fourEyes whether a manual entry needs another's approval
 * @param periods what holds for accounting periods
 * @param time when the command was received
 */
public record ChangeBooksSettings(
    BooksSettingsId settings, boolean fourEyes, PeriodRules periods, PostingTime time) {}
