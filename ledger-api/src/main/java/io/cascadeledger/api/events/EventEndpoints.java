package io.cascadeledger.api.events;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.LedgerPosition;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvents;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations that stream events. */
public final class EventEndpoints {

  private static final String UUIDS =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private static final Parameter<String> STREAM =
      Parameter.query(
          Field.token(
                  "stream",
                  "^[a-z_]+(/" + UUIDS + ")?$",
                  "loan/11111111-1111-1111-1111-111111111111")
              .optional()
              .describe("Only events of this stream, or of streams of this type."));

  private static final Parameter<String> STREAM_TYPE =
      Parameter.path(
          Field.token("type", "^[a-z_]{1,40}$", "loan").describe("What the stream is of."));

  private static final Parameter<UUID> STREAM_ID =
      Parameter.path(Field.uuid("id").describe("Its identifier: that of the loan."));

  private static final String LINES = "An event on each line.";
  private static final String SERVER_SENT = "The events, each with its position as its id.";
  private static final String FOLLOWED =
      """
      id: 4711
      event: payment_posted
      data: {"position":4711,"tenant":"acme",…}

      """;

  private static final Operation ALL =
      Operation.get("streamEvents", "/v1/events")
          .tag("Events")
          .summary("Stream the events")
          .description(
              "The tenant's events in the order in which they were committed, as they are stored."
                  + " As NDJSON the stream ends with the last event that there was when it began;"
                  + " with `Accept: text/event-stream` it goes on with what comes, each event with"
                  + " its position as `id`, until an hour has passed. Positions are those of all"
                  + " tenants: a tenant's own have gaps, but never a new one below one that was"
                  + " seen.")
          .scope(Scopes.EVENTS_READ)
          .parameter(EventRequest.AFTER)
          .parameter(EventRequest.TYPE)
          .parameter(STREAM)
          .parameter(EventRequest.FROM)
          .parameter(EventRequest.TO)
          .textOf(MediaType.APPLICATION_NDJSON, LINES, StreamedEvent.example())
          .text(MediaType.TEXT_EVENT_STREAM, SERVER_SENT, FOLLOWED)
          .problems(ProblemCode.OVERLOADED)
          .build();

  private static final Operation OF_STREAM =
      Operation.get("streamEventsOfStream", "/v1/streams/{type}/{id}/events")
          .tag("Events")
          .summary("Stream the events of one stream")
          .description(
              "All that has happened to a loan, or to a batch of accruals, in its order; written"
                  + " like all events.")
          .scope(Scopes.EVENTS_READ)
          .parameter(STREAM_TYPE)
          .parameter(STREAM_ID)
          .parameter(EventRequest.AFTER)
          .textOf(MediaType.APPLICATION_NDJSON, LINES, StreamedEvent.example())
          .text(MediaType.TEXT_EVENT_STREAM, SERVER_SENT, FOLLOWED)
          .problems(ProblemCode.STREAM_NOT_FOUND, ProblemCode.OVERLOADED)
          .build();

  private EventEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(EventStreams streams) {
    return List.of(
        new PlainEndpoint(ALL, request -> all(request, streams)),
        new PlainEndpoint(OF_STREAM, request -> ofStream(request, streams)));
  }

  private static Mono<ServerResponse> all(ServerRequest request, EventStreams streams) {
    Values values = ALL.readParameters(request);
    String[] stream =
        values.get(STREAM) == null ? new String[0] : values.get(STREAM).split("/", -1);
    EventFilter filter =
        new EventFilter(
            Caller.of(request).tenant(),
            EventRequest.types(values),
            stream.length > 0 ? stream[0] : null,
            stream.length > 1 ? UUID.fromString(stream[1]) : null,
            EventRequest.from(values),
            EventRequest.to(values));
    long after = EventRequest.after(request, values);
    return blocking(request, () -> answer(request, streams, filter, after));
  }

  private static Mono<ServerResponse> ofStream(ServerRequest request, EventStreams streams) {
    Values values = OF_STREAM.readParameters(request);
    String tenant = Caller.of(request).tenant();
    String type = values.get(STREAM_TYPE);
    UUID id = values.get(STREAM_ID);
    long after = EventRequest.after(request, values);
    return blocking(
        request,
        () -> {
          if (!streams.events().hasStream(tenant, type, id)) {
            throw new ProblemException(
                ProblemCode.STREAM_NOT_FOUND, "There is no stream %s/%s.".formatted(type, id));
          }
          EventFilter filter = new EventFilter(tenant, Set.of(), type, id, null, null);
          return answer(request, streams, filter, after);
        });
  }

  /** Where it begins and ends is asked of the database. */
  private static Mono<ServerResponse> blocking(
      ServerRequest request, Callable<Mono<ServerResponse>> it) {
    return Blocking.call(request, it).flatMap(answer -> answer);
  }

  private static Mono<ServerResponse> answer(
      ServerRequest request, EventStreams streams, EventFilter filter, long after) {
    StoredEvents events = streams.events();
    EventFormat format = EventFormat.of(request);
    long head = events.head();
    long first = filter.from() == null ? after : Math.max(after, events.startOf(filter.from()));
    long bound = filter.to() == null ? head : events.endOf(filter.to());
    long last = format == EventFormat.SERVER_SENT && filter.to() == null ? -1 : bound;
    ServerResponse.BodyBuilder answer =
        ServerResponse.ok()
            .contentType(format.mediaType())
            .header(LedgerPosition.HEADER, Long.toString(head))
            .header("Cache-Control", "no-store")
            // A proxy that collects an answer before it sends it would keep events back.
            .header("X-Accel-Buffering", "no");
    Flux<DataBuffer> body =
        streams.open(filter, format, first, last, request.exchange().getResponse().bufferFactory());
    return answer.body(BodyInserters.fromDataBuffers(body));
  }
}
