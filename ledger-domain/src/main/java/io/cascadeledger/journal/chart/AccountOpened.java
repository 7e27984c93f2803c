package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountDefinition;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The chart has a new account.
 *
 * @param chart the chart
 * @param account the account
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record AccountOpened(
    ChartId chart, AccountDefinition account, LocalDate effectiveDate, Instant postedAt)
    implements ChartEvent {}
