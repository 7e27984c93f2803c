package io.cascadeledger.journal.period;

import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Let a closing or re-opening happen that another has asked for.
 *
 * @param periods the tenant's periods
 * @param lastDay the last day of the period
 * @param approver who approves it
 * @param reason what the approver says, or null
 * @param time when the command was received
 */
public record ApprovePeriodChange(
    AccountingPeriodsId periods,
    LocalDate lastDay,
    String approver,
    String reason,
    PostingTime time) {}
