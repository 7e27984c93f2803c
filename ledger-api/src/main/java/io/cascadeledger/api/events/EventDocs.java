package io.cascadeledger.api.events;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What events look like, for programs: their schemas, and the description of their streams. */
public final class EventDocs {

  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

  private EventDocs() {}

  /** The routes, which are public. */
  public static RouterFunction<ServerResponse> routes(EventDescription description) {
    return RouterFunctions.route()
        .route(
            read(EventSchemas.PATH),
            _ -> Mono.just(JsonResponse.of(HttpStatus.OK, EventSchemas.list())))
        .route(read(EventSchemas.PATH + "/{type}/{revision}"), EventDocs::schema)
        .route(
            read("/asyncapi.json"),
            _ ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(description.toJson().getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static RequestPredicate read(String path) {
    return RequestPredicates.path(path)
        .and(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD));
  }

  private static Mono<ServerResponse> schema(ServerRequest request) {
    byte[] schema =
        EventSchemas.of(request.pathVariable("type"), request.pathVariable("revision"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND, "No event has this type and revision."));
    return ServerResponse.ok().contentType(SCHEMA).bodyValue(schema);
  }
}
