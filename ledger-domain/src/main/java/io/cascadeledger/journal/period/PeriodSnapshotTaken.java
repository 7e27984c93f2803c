package io.cascadeledger.journal.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The trial balance of a closed period was kept.
 *
 * @param periods the tenant's periods
 * @param closing the number of the closing
 * @param lastDay its last day
 * @param trialBalance what was booked up to the last day
 * @param sha256 the SHA-256 of {@link TrialBalance#text}, in hexadecimal
 * @param signature who stands behind it; null in revision 1, of which only the log's checkpoints
 *     are signed
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record PeriodSnapshotTaken(
    AccountingPeriodsId periods,
    int closing,
    LocalDate lastDay,
    TrialBalance trialBalance,
    String sha256,
    SnapshotSignature signature,
    LocalDate effectiveDate,
    Instant postedAt)
    implements PeriodEvent {}
