package io.cascadeledger.api.debtor;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.debtor.EventQueries;
import io.cascadeledger.projections.debtor.EventQueries.Happened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What has happened, by kind and day. It blocks. */
final class EventReads {

  private static final String VERSION = ".v1";
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final EventQueries events;
  private final CaughtUp caughtUp;

  EventReads(EventQueries events, CaughtUp caughtUp) {
    this.events = events;
    this.caughtUp = caughtUp;
  }

  /** A moment on the wire, in UTC with milliseconds. */
  static String write(Instant moment) {
    return MILLIS.format(moment);
  }

  Answer page(String tenant, ServerRequest request) {
    String named = Query.required(request, "eventType");
    String type = named.endsWith(VERSION) ? named.substring(0, named.length() - 3) : named;
    LocalDate day = Query.date(request, "date");
    int limit = Query.number(request, "limit", Limits.DEBTOR_PAGE, Limits.DEBTOR_PAGE);
    int page = Query.number(request, "page", 1, Integer.MAX_VALUE);
    caughtUp.await();
    long count = events.count(tenant, type, day).block();
    List<Happened> found = events.page(tenant, type, day, (page - 1L) * limit, limit).block();
    ObjectNode answer = Wire.object();
    ArrayNode list = answer.putArray("events");
    for (Happened event : found) {
      ObjectNode object = list.addObject();
      object.put("messageId", event.messageId() == null ? "" : event.messageId());
      object.put("timestamp", write(event.at()));
      object.set("details", event.details());
    }
    answer.put("limit", limit).put("page", page);
    answer.put("numberOfPages", Math.max(1, (count + limit - 1) / limit));
    return new Answer(answer);
  }
}
