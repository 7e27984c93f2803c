package io.cascadeledger.api.endofday;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.limits.Limits;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The end of a business day: beginning it, looking how far it is, and which days had theirs. */
public final class BusinessDayEndpoints {

  private static final Parameter<LocalDate> FROM =
      Parameter.query(
          Field.date("from")
              .optional()
              .describe("The first day; a month before the last if left out.")
              .example("2026-03-01"));

  private static final Parameter<LocalDate> TO =
      Parameter.query(
          Field.date("to")
              .optional()
              .describe("The last day; the business date if left out.")
              .example("2026-03-31"));

  private static final Operation CLOSE =
      Operation.start("closeBusinessDay", "/v1/business-days/{date}/close")
          .tag("Business days")
          .summary("Close a business day")
          .description(
              "Brings every loan that the ledger services to the end of the day: interest is booked,"
                  + " instalments fall due, late charges are made, delinquency is looked at. It"
                  + " goes on in the background. Asking again changes nothing that was done; a run"
                  + " that was broken off goes on where it stood.")
          .scope(Scopes.ACCRUALS_WRITE)
          .parameter(BusinessDay.DATE)
          .answer(202, "It is under way, or was done just now.", DayProgress.example())
          .problems(ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE, ProblemCode.EFFECTIVE_DATE_IN_FUTURE)
          .build();

  private static final Operation LOOK =
      Operation.get("getBusinessDay", "/v1/business-days/{date}")
          .tag("Business days")
          .summary("See how far the end of a day is")
          .description("How far the last run for the day is, whichever server is at it.")
          .scope(Scopes.LEDGER_READ)
          .parameter(BusinessDay.DATE)
          .answer(200, "How far it is.", DayProgress.example())
          .problems(ProblemCode.NOT_FOUND)
          .build();

  private static final Operation LIST =
      Operation.get("listBusinessDays", "/v1/business-days")
          .tag("Business days")
          .summary("List business days")
          .description(
              "The days of a range, of at most %d, whose end was asked for. Those that have"
                      .formatted(Limits.BUSINESS_DAYS_LISTED)
                  + " closed_at were gone through as a whole.")
          .scope(Scopes.LEDGER_READ)
          .parameter(FROM)
          .parameter(TO)
          .answer(200, "The days.", DayListAnswer.example())
          .build();

  private BusinessDayEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(DayClosing closing, Writes writes, BusinessClock clock) {
    return List.of(
        new PlainEndpoint(CLOSE, request -> close(request, closing, clock)),
        new PlainEndpoint(LOOK, request -> look(request, closing)),
        new PlainEndpoint(LIST, request -> list(request, closing, clock)),
        new LoanDayEndpoint(writes, clock));
  }

  private static Mono<ServerResponse> close(
      ServerRequest request, DayClosing closing, BusinessClock clock) {
    LocalDate date = CLOSE.readParameters(request).get(BusinessDay.DATE);
    BusinessDay.require(date, clock.today());
    Caller caller = Caller.of(request);
    Map<String, String> metadata =
        Map.of(
            EventMetadata.ACTOR,
            caller.client(),
            EventMetadata.CORRELATION_ID,
            CorrelationId.of(request.exchange()));
    return Blocking.call(request, () -> closing.begin(caller.tenant(), date, metadata))
        .map(progress -> JsonResponse.of(HttpStatus.ACCEPTED, progress));
  }

  private static Mono<ServerResponse> look(ServerRequest request, DayClosing closing) {
    LocalDate date = LOOK.readParameters(request).get(BusinessDay.DATE);
    String tenant = Caller.of(request).tenant();
    return Blocking.call(request, () -> closing.progress(tenant, date))
        .map(
            progress ->
                JsonResponse.of(
                    HttpStatus.OK,
                    progress.orElseThrow(
                        () ->
                            new ProblemException(
                                ProblemCode.NOT_FOUND,
                                "The end of " + date + " was not asked for."))));
  }

  private static Mono<ServerResponse> list(
      ServerRequest request, DayClosing closing, BusinessClock clock) {
    Values parameters = LIST.readParameters(request);
    LocalDate to = parameters.find(TO).orElseGet(clock::today);
    LocalDate from = parameters.find(FROM).orElseGet(() -> to.minusMonths(1));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1) {
      throw new InvalidRequest(FROM.name(), FieldErrorCode.TOO_LARGE, "must not be after to");
    }
    if (days > Limits.BUSINESS_DAYS_LISTED) {
      throw new InvalidRequest(
          FROM.name(),
          FieldErrorCode.TOO_SMALL,
          "must be at most %d days before to".formatted(Limits.BUSINESS_DAYS_LISTED - 1));
    }
    String tenant = Caller.of(request).tenant();
    return Blocking.call(request, () -> closing.between(tenant, from, to))
        .map(listed -> JsonResponse.of(HttpStatus.OK, new DayListAnswer(listed)));
  }
}
