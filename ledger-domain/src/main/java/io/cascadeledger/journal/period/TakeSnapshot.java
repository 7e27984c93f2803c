package io.cascadeledger.journal.period;

import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Keep the trial balance of a period that was closed.
 *
 * @param periods the tenant's periods
 * @param closing the number of the closing
 * @param lastDay the last day of the period
 * @param trialBalance what was booked up to that day
 * @param sha256 of {@link TrialBalance#text}, in hexadecimal
 * @param signature of all of this
 * @param time when the command was received
 */
public record TakeSnapshot(
    AccountingPeriodsId periods,
    int closing,
    LocalDate lastDay,
    TrialBalance trialBalance,
    String sha256,
    SnapshotSignature signature,
    PostingTime time) {}
