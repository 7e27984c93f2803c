package io.cascadeledger.journal.period;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * The periods of a tenant that are closed. They follow on each other without gaps, so what is
 * closed is all up to a day; and the last one that was closed is the first to be opened again.
 */
@AggregateRoot(type = AccountingPeriodsId.STREAM_TYPE)
public class AccountingPeriods {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private AccountingPeriodsId id;

  private List<LocalDate> closed = new ArrayList<>();
  private int closings;
  private int snapshots;
  private PeriodChangeRequested waiting;

  /** For the event store, which fills it by replaying events. */
  protected AccountingPeriods() {}

  void close(ClosePeriod command, boolean fourEyes) {
    requireNothingWaits();
    requireOver(command.lastDay(), command.time());
    requireNotClosed(command.lastDay());
    change(
        new PeriodChangeRequested(
            command.periods(),
            PeriodChange.CLOSE,
            firstOpenDay(),
            command.lastDay(),
            command.closedBy(),
            command.reason(),
            command.time().businessDate(),
            command.time().postedAt()),
        fourEyes);
  }

  void reopen(ReopenPeriod command, boolean fourEyes) {
    requireNothingWaits();
    requireClosedLast(command.lastDay());
    change(
        new PeriodChangeRequested(
            command.periods(),
            PeriodChange.REOPEN,
            firstDayOfLast(),
            command.lastDay(),
            command.reopenedBy(),
            command.reason(),
            command.time().businessDate(),
            command.time().postedAt()),
        fourEyes);
  }

  /** With four eyes what is asked for is all that happens; else it is done at once. */
  private void change(PeriodChangeRequested asked, boolean fourEyes) {
    apply(
        fourEyes
            ? asked
            : done(asked, null, null, new PostingTime(asked.postedAt(), asked.effectiveDate())));
  }

  void approve(ApprovePeriodChange command) {
    PeriodChangeRequested asked = requireWaiting(command.lastDay());
    if (command.approver().equals(asked.requestedBy())) {
      throw new Refused(
          RefusalCode.APPROVER_IS_AUTHOR,
          "It was asked for by %s, so another has to approve it.".formatted(asked.requestedBy()));
    }
    apply(done(asked, command.approver(), command.reason(), command.time()));
  }

  private PeriodEvent done(
      PeriodChangeRequested asked, String approver, String approvalReason, PostingTime time) {
    return switch (asked.change()) {
      case CLOSE ->
          new PeriodClosed(
              asked.periods(),
              closings + 1,
              asked.firstDay(),
              asked.lastDay(),
              asked.requestedBy(),
              approver,
              asked.reason(),
              approvalReason,
              time.businessDate(),
              time.postedAt());
      case REOPEN ->
          new PeriodReopened(
              asked.periods(),
              asked.firstDay(),
              asked.lastDay(),
              asked.requestedBy(),
              approver,
              asked.reason(),
              approvalReason,
              time.businessDate(),
              time.postedAt());
    };
  }

  void reject(RejectPeriodChange command) {
    PeriodChangeRequested asked = requireWaiting(command.lastDay());
    apply(
        new PeriodChangeRejected(
            asked.periods(),
            asked.change(),
            asked.lastDay(),
            command.rejectedBy(),
            command.reason(),
            command.time().businessDate(),
            command.time().postedAt()));
  }

  /** A closing has one snapshot, whoever takes it first. */
  void take(TakeSnapshot command) {
    requireClosedLast(command.lastDay());
    if (command.closing() != closings || snapshots == closings) {
      throw new Refused(
          RefusalCode.PERIOD_NOT_CLOSED,
          "The closing %d is not one that lacks a trial balance.".formatted(command.closing()));
    }
    apply(
        new PeriodSnapshotTaken(
            command.periods(),
            command.closing(),
            command.lastDay(),
            command.trialBalance(),
            command.sha256(),
            command.signature(),
            command.time().businessDate(),
            command.time().postedAt()));
  }

  private LocalDate firstOpenDay() {
    return closed.isEmpty() ? null : closed.getLast().plusDays(1);
  }

  private LocalDate firstDayOfLast() {
    return closed.size() < 2 ? null : closed.get(closed.size() - 2).plusDays(1);
  }

  private void requireNothingWaits() {
    if (waiting != null) {
      throw new Refused(
          RefusalCode.PERIOD_CHANGE_PENDING,
          "The period up to %s waits for an approval. Approve or reject that first."
              .formatted(waiting.lastDay()));
    }
  }

  private PeriodChangeRequested requireWaiting(LocalDate lastDay) {
    if (waiting == null || !waiting.lastDay().equals(lastDay)) {
      throw new Refused(
          RefusalCode.PERIOD_CHANGE_NOT_FOUND,
          "Nothing waits for approval of the period up to %s.".formatted(lastDay));
    }
    return waiting;
  }

  /** What is posted late is booked on the day after, which must not lie ahead. */
  private static void requireOver(LocalDate lastDay, PostingTime time) {
    if (lastDay.isBefore(Limits.EARLIEST_EFFECTIVE_DATE)) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE,
          "The day %s lies before %s.".formatted(lastDay, Limits.EARLIEST_EFFECTIVE_DATE));
    }
    if (!lastDay.isBefore(time.businessDate())) {
      throw new Refused(
          RefusalCode.PERIOD_NOT_OVER,
          "The day %s is not over: the business date is %s."
              .formatted(lastDay, time.businessDate()));
    }
  }

  private void requireNotClosed(LocalDate lastDay) {
    if (!closed.isEmpty() && !lastDay.isAfter(closed.getLast())) {
      throw new Refused(
          RefusalCode.PERIOD_ALREADY_CLOSED,
          "The books are closed up to %s already.".formatted(closed.getLast()));
    }
  }

  private void requireClosedLast(LocalDate lastDay) {
    if (!closed.contains(lastDay)) {
      throw new Refused(
          RefusalCode.PERIOD_NOT_CLOSED, "No closed period ends on %s.".formatted(lastDay));
    }
    if (!closed.getLast().equals(lastDay)) {
      throw new Refused(
          RefusalCode.PERIOD_NOT_LAST,
          "The books are closed up to %s. What was closed last is opened first."
              .formatted(closed.getLast()));
    }
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(PeriodEvent event) {
    id = event.periods();
    switch (event) {
      case PeriodChangeRequested requested -> waiting = requested;
      case PeriodChangeRejected _ -> waiting = null;
      case PeriodClosed it -> {
        waiting = null;
        closed.add(it.lastDay());
        closings = it.closing();
      }
      case PeriodReopened _ -> {
        waiting = null;
        closed.removeLast();
      }
      case PeriodSnapshotTaken it -> snapshots = it.closing();
    }
  }
}
