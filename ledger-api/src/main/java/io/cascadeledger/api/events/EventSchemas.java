package io.cascadeledger.api.events;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.eventstore.json.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The JSON Schemas of the events' payloads, one for each type and revision. */
final class EventSchemas {

  /** Where they are served. */
  static final String PATH = "/v1/event-schemas";

  /**
   * A stored type in one of its revisions.
   *
   * @param type its stored name
   */
  record Revision(String type, int revision) {

    /** Its name where names may have no slash. */
    String name() {
      return type + "." + revision;
    }

    String path() {
      return PATH + "/" + type + "/" + revision;
    }
  }

  private EventSchemas() {}

  /** All revisions of all types. */
  static List<Revision> all() {
    List<Revision> all = new ArrayList<>();
    for (EventTypes.EventType type : EventTypes.events()) {
      for (int revision = type.oldest(); revision <= type.revision(); revision++) {
        all.add(new Revision(type.name(), revision));
      }
    }
    return all;
  }

  /** The list of them, as it is served. */
  static Map<String, Object> list() {
    return JsonObjects.of(
        "schemas",
        all().stream()
            .map(
                it ->
                    JsonObjects.of(
                        "type", it.type(), "revision", it.revision(), "schema", it.path()))
            .toList());
  }

  /** The schema of a type in a revision, if there is such. */
  static Optional<byte[]> of(String type, String revision) {
    return all().stream()
        .filter(it -> it.type().equals(type) && Integer.toString(it.revision()).equals(revision))
        .findFirst()
        .map(EventSchemas::read);
  }

  private static byte[] read(Revision revision) {
    try {
      return new ClassPathResource("event-schemas/" + revision.name() + ".json")
          .getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
