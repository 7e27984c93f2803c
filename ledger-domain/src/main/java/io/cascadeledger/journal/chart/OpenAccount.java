package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.time.PostingTime;

/**
 * Add an account to a chart.
 *
 * @param chart the chart
 * @param account the account
 * @param time when the command was received
 */
public record OpenAccount(ChartId chart, AccountDefinition account, PostingTime time) {}
