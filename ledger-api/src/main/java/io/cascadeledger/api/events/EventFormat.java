package io.cascadeledger.api.events;

import io.cascadeledger.eventstore.LineBuffer;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEventJson;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;

/** How a stream of events is written. */
enum EventFormat {

  /** An object on each line. It ends with the last event that there was. */
  NDJSON {
    @Override
    void write(StoredEvent event, LineBuffer out) {
      StoredEventJson.write(event, out);
      out.add("\n");
    }
  },

  /** Server-Sent Events, whose identifiers are positions. It goes on with what comes. */
  SERVER_SENT {
    @Override
    void write(StoredEvent event, LineBuffer out) {
      out.add("id: ").add(event.position()).add("\nevent: ").add(event.name()).add("\ndata: ");
      StoredEventJson.write(event, out);
      out.add("\n\n");
    }
  };

  MediaType mediaType() {
    return this == NDJSON ? MediaType.APPLICATION_NDJSON : MediaType.TEXT_EVENT_STREAM;
  }

  /** Adds an event. */
  abstract void write(StoredEvent event, LineBuffer out);

  /** The format that a request asks for: Server-Sent Events only if it names them. */
  static EventFormat of(ServerRequest request) {
    return request.headers().accept().stream()
            .anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype)
        ? SERVER_SENT
        : NDJSON;
  }
}
