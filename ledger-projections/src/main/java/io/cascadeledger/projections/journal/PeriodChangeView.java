package io.cascadeledger.projections.journal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the journal of closings and re-openings.
 *
 * @param kind what has happened
 * @param closing which closing of the tenant it is, or is about; null if none
 * @param firstDay the period's first day; null if it begins with the books, or is not said here
 * @param lastDay the period's last day
 * @param actor who has done it or asked for it; null of a trial balance that was kept
 * @param approvedBy who has approved it, or null
 * @param reason why, or null
 * @param approvalReason what the approver said, or null
 * @param sha256 of the trial balance that was kept, or null
 * @param verifier the key that verifies the note, or null
 * @param note what was signed of that trial balance, or null
 * @param recordedAt when the ledger recorded it
 */
public record PeriodChangeView(
    PeriodKind kind,
    Integer closing,
    LocalDate firstDay,
    LocalDate lastDay,
    String actor,
    String approvedBy,
    String reason,
    String approvalReason,
    String sha256,
    String verifier,
    String note,
    Instant recordedAt) {}
