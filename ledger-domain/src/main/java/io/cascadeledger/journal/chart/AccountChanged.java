package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountDefinition;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An account is defined otherwise: called, placed or limited in another way.
 *
 * @param chart the chart
 * @param account how it is defined now
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record AccountChanged(
    ChartId chart, AccountDefinition account, LocalDate effectiveDate, Instant postedAt)
    implements ChartEvent {}
