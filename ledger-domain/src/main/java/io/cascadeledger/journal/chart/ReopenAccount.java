package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.time.PostingTime;

/**
 * Take manual entries on a closed account again.
 *
 * @param chart the chart
 * @param code the account
 * @param time when the command was received
 */
public record ReopenAccount(ChartId chart, AccountCode code, PostingTime time) {}
