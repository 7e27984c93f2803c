package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.time.PostingTime;

/**
 * Take no more manual entries on an account.
 *
 * @param chart the chart
 * @param code the account
 * @param time when the command was received
 */
public record CloseAccount(ChartId chart, AccountCode code, PostingTime time) {}
