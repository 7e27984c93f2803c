package io.cascadeledger.journal.chart;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A list of accounts was brought into the chart; what it changed follows.
 *
 * @param chart the chart
 * @param opened how many accounts it opened
 * @param changed how many it defined otherwise
 * @param closed how many it closed
 * @param reopened how many it opened again
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record ChartLoaded(
    ChartId chart,
    int opened,
    int changed,
    int closed,
    int reopened,
    LocalDate effectiveDate,
    Instant postedAt)
    implements ChartEvent {}
