package io.cascadeledger.api.endofday;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.EventMetadata;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The end of a business day: beginning it and looking how far it is. */
public final class BusinessDayEndpoints {

  private static final Parameter<LocalDate> DATE =
      Parameter.path(Field.date("date").describe("The business day.").example("2026-03-31"));

  private static final Operation CLOSE =
      Operation.start("closeBusinessDay", "/v1/business-days/{date}/close")
          .tag("Business days")
          .summary("Close a business day")
          .description(
              "Brings every loan that the ledger services to the end of the day: interest is booked,"
                  + " instalments fall due, late charges are made, delinquency is looked at. It"
                  + " goes on in the background. Asking again changes nothing that was done.")
          .scope(Scopes.ACCRUALS_WRITE)
          .parameter(DATE)
          .answer(202, "It is under way, or was done just now.", DayProgress.example())
          .problems(ProblemCode.EFFECTIVE_DATE_IN_FUTURE)
          .build();

  private static final Operation LOOK =
      Operation.get("getBusinessDay", "/v1/business-days/{date}")
          .tag("Business days")
          .summary("See how far the end of a day is")
          .description("How far the last run for the day is that this server was asked for.")
          .scope(Scopes.LEDGER_READ)
          .parameter(DATE)
          .answer(200, "How far it is.", DayProgress.example())
          .problems(ProblemCode.NOT_FOUND)
          .build();

  private BusinessDayEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(DayClosing closing, BusinessClock clock) {
    return List.of(
        new PlainEndpoint(CLOSE, request -> close(request, closing, clock)),
        new PlainEndpoint(LOOK, request -> look(request, closing)));
  }

  private static Mono<ServerResponse> close(
      ServerRequest request, DayClosing closing, BusinessClock clock) {
    LocalDate date = CLOSE.readParameters(request).get(DATE);
    LocalDate businessDate = clock.now().businessDate();
    if (date.isAfter(businessDate)) {
      throw new ProblemException(
          ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
          "The day %s lies after the business date %s.".formatted(date, businessDate));
    }
    Caller caller = Caller.of(request);
    Map<String, String> metadata =
        Map.of(
            EventMetadata.ACTOR,
            caller.client(),
            EventMetadata.CORRELATION_ID,
            CorrelationId.of(request.exchange()));
    return Mono.just(
        JsonResponse.of(HttpStatus.ACCEPTED, closing.begin(caller.tenant(), date, metadata)));
  }

  private static Mono<ServerResponse> look(ServerRequest request, DayClosing closing) {
    LocalDate date = LOOK.readParameters(request).get(DATE);
    return closing
        .progress(Caller.of(request).tenant(), date)
        .<Mono<ServerResponse>>map(progress -> Mono.just(JsonResponse.of(HttpStatus.OK, progress)))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.NOT_FOUND, "This server has begun no run for " + date + "."));
  }
}
