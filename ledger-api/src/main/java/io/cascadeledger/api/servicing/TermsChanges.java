package io.cascadeledger.api.servicing;

import static io.cascadeledger.api.exchange.MovementFields.EFFECTIVE;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.exchange.MovementFields.REASON;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.movement.MovementProblems;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.change.ChangeTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsChange;
import java.math.BigDecimal;
import java.time.LocalDate;
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
  private static final Operation OPERATION =
      Operation.post("changeTerms", "/v1/loans/{loan_id}/terms-changes")
          .tag("Schedules")
          .summary("Change the rate or the schedule")
          .description(
              "Changes what is named and schedules anew what is not due yet. With an earlier"
                  + " effective date, interest that was booked since is restated.")
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
                  REASON,
                  METADATA))
          .posts("The terms were changed.", TermsChangeReceipt.example())
          .problems(MovementProblems.ofAny())
          .problems(MovementProblems.ofLeft())
          .problems(ProblemCode.LOAN_NOT_SERVICED, ProblemCode.TERMS_UNSOUND)
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
            draft.get(FREQUENCY)),
        draft.effective(),
        draft.get(REASON),
        draft.metadata(),
        draft.time());
  }
}
