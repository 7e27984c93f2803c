package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A closed account takes manual entries again.
 *
 * @param chart the chart
 * @param code the account
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record AccountReopened(
    ChartId chart, AccountCode code, LocalDate effectiveDate, Instant postedAt)
    implements ChartEvent {}
