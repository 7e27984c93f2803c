package io.cascadeledger.api.servicing;

import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.REASON;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.loan.SuppliedInstalments;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.change.ChangeTerms;
import io.cascadeledger.loan.terms.NewSchedule;
import io.cascadeledger.loan.terms.NewSchedule.Arrears;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What changes the terms of a loan that the ledger services. */
final class TermsChanges {

  private static final Field<String> RATE =
      Field.decimal("annual_interest_rate")
          .optional()
          .describe("The new yearly rate as a decimal fraction.")
          .example("0.095");
  private static final Field<Integer> COUNT =
      Field.integer("instalment_count", 1, Limits.INSTALMENTS)
          .optional()
          .describe("How many instalments the whole schedule has from now on.");
  private static final Field<LocalDate> NEXT_DUE =
      Field.date("next_due_date")
          .optional()
          .describe("When the next instalment falls due; the later ones follow it.");
  private static final Field<RepaymentFrequency> FREQUENCY =
      Field.oneWordOf("repayment_frequency", RepaymentFrequency.class)
          .optional()
          .describe("How often an instalment falls due from then on.");
  private static final Field<LocalDate> FIRST_DUE =
      Field.date("first_due_date").describe("When the first new instalment falls due.");
  private static final Field<Integer> NEW_COUNT =
      Field.integer("instalment_count", 1, Limits.INSTALMENTS)
          .describe("How many new instalments there are.")
          .example(6);
  private static final Field<RepaymentFrequency> NEW_FREQUENCY =
      Field.oneWordOf("frequency", RepaymentFrequency.class)
          .optional()
          .describe("How often they fall due; as before if left out.");
  private static final Field<Values> REAGE =
      Field.object("reage", Body.of("Reage", FIRST_DUE, NEW_COUNT, NEW_FREQUENCY))
          .optional()
          .describe(
              "Spreads all that is outstanding over new instalments, arrears too. What is owed of"
                  + " interest, fees and penalties falls due with the first of them. Of the other"
                  + " parts, only the rate can change with it.");
  private static final Field<List<Values>> INSTALMENTS =
      SuppliedInstalments.field("instalments")
          .describe("The instalments in their order, all due after the effective date.");
  private static final Field<Arrears> ARREARS =
      Field.oneWordOf("arrears", Arrears.class)
          .optional(Arrears.STAY_DUE)
          .describe(
              "Whether what is overdue stays due, or is spread: then the new instalments repay it,"
                  + " too, and what is owed of interest, fees and penalties falls due with the first"
                  + " of them.");
  private static final Field<Values> NEW_SCHEDULE =
      Field.object("schedule", Body.of("NewSchedule", INSTALMENTS, ARREARS))
          .optional()
          .describe(
              "For a loan whose schedule you have supplied: instalments in place of those not due"
                  + " yet. Their principal is what is outstanding and not due, or, if arrears"
                  + " are spread, all that is outstanding. Of the other parts, only the rate can change with it.");
  private static final Operation OPERATION =
      Operation.post("changeTerms", "/v1/loans/{loan_id}/terms-changes")
          .tag("Schedules")
          .summary("Change the rate or the schedule")
          .description(
              "Changes what is named and schedules anew what is not due yet. With an earlier"
                  + " effective date, interest that was booked since is restated. More instalments"
                  + " after the last one was due take all that is outstanding, as a re-ageing"
                  + " does.")
          .scope(Scopes.LOANS_WRITE)
          .parameter(MovementFields.LOAN_IN_PATH)
          .parameter(CatchUp.PARAMETER)
          .body(
              Body.of(
                  "TermsChangeRequest",
                  EFFECTIVE,
                  RATE,
                  COUNT,
                  NEXT_DUE,
                  FREQUENCY,
                  REAGE,
                  NEW_SCHEDULE,
                  REASON,
                  METADATA))
          .posts("The terms were changed.", TermsChangeReceipt.example())
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(
              ProblemCode.LOAN_NOT_SERVICED, ProblemCode.TERMS_UNSOUND, ProblemCode.NOTHING_OWED)
          .build();

  private TermsChanges() {}

  static Endpoint endpoint(Writes writes) {
    return PostEndpoint.of(writes, OPERATION, TermsChanges::change, TermsChangeReceipt::of);
  }

  private static ChangeTerms change(Draft draft) {
    return new ChangeTerms(
        draft.loanInPath(),
        Identifiers.next(),
        new TermsChange(
            Optional.ofNullable(draft.get(RATE)).map(BigDecimal::new).orElse(null),
            draft.get(COUNT),
            draft.get(NEXT_DUE),
            draft.get(FREQUENCY),
            reage(draft.get(REAGE)),
            schedule(draft.get(NEW_SCHEDULE))),
        draft.effective(),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }

  private static NewSchedule schedule(Values schedule) {
    return schedule == null
        ? null
        : new NewSchedule(
            SuppliedInstalments.read(schedule.get(INSTALMENTS)), schedule.get(ARREARS));
  }

  private static Reage reage(Values reage) {
    return reage == null
        ? null
        : new Reage(reage.get(FIRST_DUE), reage.get(NEW_COUNT), reage.get(NEW_FREQUENCY));
  }
}
