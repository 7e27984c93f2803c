package io.cascadeledger.api.schedule;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.LoanReads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.view.ScheduleView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a serviced loan has to pay: its schedule, what settles it, how late it is. */
public final class ScheduleEndpoints {

  private static final Parameter<LocalDate> DATE =
      Parameter.query(
          Field.date("date")
              .optional()
              .describe(
                  "The day; the business date if left out. It cannot lie before the loan's last"
                      + " movement.")
              .example("2026-03-31"));

  private static final Operation SCHEDULE =
      Operation.get("getLoanSchedule", "/v1/loans/{loan_id}/schedule")
          .tag("Schedules")
          .summary("Read a loan's schedule")
          .description(
              "The instalments of a loan that the ledger services, with what was paid of each and"
                  + " when; as of a day, and with known_at as it was known at a time.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .answer(200, "The schedule.", ScheduleAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.LOAN_NOT_SERVICED)
          .build();

  private static final Operation PAYOFF =
      Operation.get("getPayoffQuote", "/v1/loans/{loan_id}/payoff-quote")
          .tag("Schedules")
          .summary("Quote what settles a loan")
          .description(
              "What must be paid on a day for the loan to be settled, itemised, and on each of the"
                  + " ten days after it; with known_at, as it was known at a time.")
          .scope(Scopes.BALANCES_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(DATE)
          .parameter(KNOWN_AT)
          .answer(200, "The quote.", PayoffAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY)
          .build();

  private static final Operation DELINQUENCY =
      Operation.get("getDelinquency", "/v1/loans/{loan_id}/delinquency")
          .tag("Schedules")
          .summary("See how late a loan is")
          .description(
              "How late a loan is that the ledger services, at the end of a day; with known_at, as"
                  + " it was known at a time.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(DATE)
          .parameter(KNOWN_AT)
          .answer(200, "How late it is.", DelinquencyAnswer.example())
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.LOAN_NOT_SERVICED,
              ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY)
          .build();

  private ScheduleEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(LoanReads loans, BusinessClock clock) {
    return List.of(
        new PlainEndpoint(
            SCHEDULE,
            request -> {
              Values parameters = SCHEDULE.readParameters(request);
              UUID id = parameters.get(LOAN_IN_PATH);
              return loans.readPast(
                  request,
                  id,
                  parameters.get(AS_OF),
                  parameters.get(KNOWN_AT),
                  loan -> ScheduleAnswer.of(id, ScheduleView.of(serviced(loan))));
            }),
        new PlainEndpoint(
            PAYOFF,
            request -> {
              Values parameters = PAYOFF.readParameters(request);
              UUID id = parameters.get(LOAN_IN_PATH);
              LocalDate date = date(parameters, clock);
              return loans.readPast(
                  request,
                  id,
                  null,
                  parameters.get(KNOWN_AT),
                  loan -> PayoffAnswer.of(id, on(loan, date), date));
            }),
        new PlainEndpoint(
            DELINQUENCY,
            request -> {
              Values parameters = DELINQUENCY.readParameters(request);
              UUID id = parameters.get(LOAN_IN_PATH);
              LocalDate date = date(parameters, clock);
              return loans.readPast(
                  request,
                  id,
                  null,
                  parameters.get(KNOWN_AT),
                  loan -> DelinquencyAnswer.of(id, date, on(serviced(loan), date)));
            }));
  }

  private static LocalDate date(Values parameters, BusinessClock clock) {
    LocalDate asked = parameters.get(DATE);
    return asked == null ? clock.now().businessDate() : asked;
  }

  private static LoanState serviced(LoanState loan) {
    if (loan.servicingTerms().isEmpty()) {
      throw new ProblemException(
          ProblemCode.LOAN_NOT_SERVICED, "The loan was opened without servicing terms.");
    }
    return loan;
  }

  private static LoanState on(LoanState loan, LocalDate date) {
    if (date.isBefore(loan.standing().date())) {
      throw new ProblemException(
          ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The loan has movements up to %s, after %s.".formatted(loan.standing().date(), date));
    }
    return loan;
  }
}
