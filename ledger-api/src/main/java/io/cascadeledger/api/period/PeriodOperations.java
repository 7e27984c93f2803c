package io.cascadeledger.api.period;

import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import java.time.LocalDate;

/** The declarations of the operations on periods. */
final class PeriodOperations {

  static final Field<String> REASON =
      Field.text("reason", Limits.TEXT_CHARACTERS).describe("Why.").example("Month end.");
  static final Field<String> REMARK =
      Field.text("reason", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("What there is to say to it.")
          .example("Agreed with the auditors.");
  static final Parameter<LocalDate> LAST_DAY =
      Parameter.path(
          Field.date("last_day").describe("The last day of the period.").example("2026-04-30"));

  static final Operation CLOSE =
      Operation.post("closePeriod", "/v1/periods/{last_day}/close")
          .tag("Accounting periods")
          .summary("Close an accounting period")
          .description(
              "Closes the period that ends on the day, and begins on the day after the last one"
                  + " that is closed. From then on nothing is booked on its days: what comes late"
                  + " is refused, or booked on the first open day if the tenant has settled so."
                  + " Before, the books are looked at as the reconciliation status does, and"
                  + " nothing is closed if an account is not what it should be. Then the trial"
                  + " balance is kept, with a signed hash of it. If the tenant asks for four eyes,"
                  + " the closing waits for another's approval.")
          .scope(Scopes.PERIODS_WRITE)
          .parameter(LAST_DAY)
          .body(Body.of("PeriodCloseRequest", REASON))
          .posts(
              "The period was closed, or its closing asked for.", PeriodReceipt.example("closed"))
          .problems(
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.PERIOD_NOT_OVER,
              ProblemCode.PERIOD_ALREADY_CLOSED,
              ProblemCode.PERIOD_CHANGE_PENDING,
              ProblemCode.PERIOD_CHECKS_FAILED,
              ProblemCode.PROJECTION_BEHIND)
          .build();

  static final Operation REOPEN =
      Operation.post("reopenPeriod", "/v1/periods/{last_day}/reopen")
          .tag("Accounting periods")
          .summary("Open a closed period again")
          .description(
              "Opens the period that was closed last. Its trial balance stays as it was kept. If"
                  + " the tenant asks for four eyes, it waits for another's approval.")
          .scope(Scopes.PERIODS_WRITE)
          .parameter(LAST_DAY)
          .body(Body.of("PeriodReopenRequest", REASON))
          .posts(
              "The period was opened, or its re-opening asked for.",
              PeriodReceipt.example("reopened"))
          .problems(
              ProblemCode.PERIOD_NOT_CLOSED,
              ProblemCode.PERIOD_NOT_LAST,
              ProblemCode.PERIOD_CHANGE_PENDING)
          .build();

  static final Operation APPROVE =
      Operation.post("approvePeriodChange", "/v1/periods/{last_day}/approve")
          .tag("Accounting periods")
          .summary("Approve the closing or re-opening of a period")
          .description(
              "Lets happen what another client has asked for. The books are looked at before a"
                  + " period is closed.")
          .scope(Scopes.PERIODS_APPROVE)
          .parameter(LAST_DAY)
          .body(Body.of("PeriodApprovalRequest", REMARK))
          .posts("The period was closed, or opened again.", PeriodReceipt.example("closed"))
          .problems(
              ProblemCode.PERIOD_CHANGE_NOT_FOUND,
              ProblemCode.APPROVER_IS_AUTHOR,
              ProblemCode.PERIOD_CHECKS_FAILED,
              ProblemCode.PROJECTION_BEHIND)
          .build();

  static final Operation REJECT =
      Operation.post("rejectPeriodChange", "/v1/periods/{last_day}/reject")
          .tag("Accounting periods")
          .summary("Turn down the closing or re-opening of a period")
          .description("Ends what was asked for. Who has asked for it may withdraw it so.")
          .scope(Scopes.PERIODS_APPROVE)
          .parameter(LAST_DAY)
          .body(Body.of("PeriodRejectionRequest", REASON))
          .posts("It was turned down.", PeriodReceipt.example("close_rejected"))
          .problems(ProblemCode.PERIOD_CHANGE_NOT_FOUND)
          .build();

  static final Operation LIST =
      Operation.get("listPeriods", "/v1/periods")
          .tag("Accounting periods")
          .summary("List the closed periods")
          .description("Which periods are closed, up to which day, and what waits for approval.")
          .scope(Scopes.LEDGER_READ)
          .answer(200, "The periods.", PeriodListAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  static final Operation JOURNAL =
      Operation.get("getPeriodJournal", "/v1/periods/journal")
          .tag("Accounting periods")
          .summary("Read who has closed and opened periods, and why")
          .description("Every closing and re-opening, and every request for one, in their order.")
          .scope(Scopes.LEDGER_READ)
          .answer(200, "The journal.", PeriodJournalAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  static final Operation SNAPSHOT =
      Operation.get("getPeriodSnapshot", "/v1/periods/{last_day}/snapshot")
          .tag("Accounting periods")
          .summary("Read the trial balance of a closed period")
          .description(
              "The trial balance that was kept when the period was closed last, with the text of"
                  + " which the event has the SHA-256, and what was signed.")
          .scope(Scopes.BALANCES_READ)
          .parameter(LAST_DAY)
          .answer(200, "The trial balance.", PeriodSnapshotAnswer.example())
          .problems(ProblemCode.PERIOD_SNAPSHOT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private PeriodOperations() {}
}
