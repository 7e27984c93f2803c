package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.period.PeriodChange;
import io.cascadeledger.journal.period.PeriodChangeRejected;
import io.cascadeledger.journal.period.PeriodChangeRequested;
import io.cascadeledger.journal.period.PeriodClosed;
import io.cascadeledger.journal.period.PeriodEvent;
import io.cascadeledger.journal.period.PeriodReopened;
import io.cascadeledger.journal.period.PeriodSnapshotTaken;
import io.cascadeledger.journal.period.SnapshotSignature;
import io.cascadeledger.journal.period.TrialBalance.AccountTotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a chunk of events adds to the journal of closings and re-openings. */
final class PeriodRows {

  /** Who has done what, and why. What the event does not have is null. */
  record Change(
      long position,
      PeriodEvent event,
      PeriodKind kind,
      Integer closing,
      LocalDate firstDay,
      String actor,
      String approvedBy,
      String reason,
      String approvalReason,
      String sha256) {

    private SnapshotSignature signature() {
      return event instanceof PeriodSnapshotTaken taken ? taken.signature() : null;
    }

    String verifier() {
      return signature() == null ? null : signature().verifier();
    }

    String note() {
      return signature() == null ? null : signature().note();
    }
  }

  /** What was booked to an account up to the end of a period. */
  record Balance(PeriodSnapshotTaken event, AccountTotal total) {}

  final List<Change> changes = new ArrayList<>();
  final List<Balance> balances = new ArrayList<>();

  void add(long position, PeriodEvent event) {
    changes.add(change(position, event));
    if (event instanceof PeriodSnapshotTaken taken) {
      taken.trialBalance().accounts().forEach(total -> balances.add(new Balance(taken, total)));
    }
  }

  private static Change change(long position, PeriodEvent event) {
    return switch (event) {
      case PeriodChangeRequested it ->
          new Change(
              position,
              it,
              it.change() == PeriodChange.CLOSE
                  ? PeriodKind.CLOSE_REQUESTED
                  : PeriodKind.REOPEN_REQUESTED,
              null,
              it.firstDay(),
              it.requestedBy(),
              null,
              it.reason(),
              null,
              null);
      case PeriodChangeRejected it ->
          new Change(
              position,
              it,
              it.change() == PeriodChange.CLOSE
                  ? PeriodKind.CLOSE_REJECTED
                  : PeriodKind.REOPEN_REJECTED,
              null,
              null,
              it.rejectedBy(),
              null,
              it.reason(),
              null,
              null);
      case PeriodClosed it ->
          new Change(
              position,
              it,
              PeriodKind.CLOSED,
              it.closing(),
              it.firstDay(),
              it.closedBy(),
              it.approvedBy(),
              it.reason(),
              it.approvalReason(),
              null);
      case PeriodReopened it ->
          new Change(
              position,
              it,
              PeriodKind.REOPENED,
              null,
              it.firstDay(),
              it.reopenedBy(),
              it.approvedBy(),
              it.reason(),
              it.approvalReason(),
              null);
      case PeriodSnapshotTaken it ->
          new Change(
              position,
              it,
              PeriodKind.SNAPSHOT_TAKEN,
              it.closing(),
              null,
              null,
              null,
              null,
              null,
              it.sha256());
    };
  }
}
