package io.cascadeledger.api.events;

import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.eventstore.json.EventTypes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.server.ServerRequest;

/** What a request for events asks for. */
final class EventRequest {

  private static final String POSITION = "^[0-9]{1,18}$";
  private static final Pattern POSITIONS = Pattern.compile(POSITION);
  private static final String MOMENT =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z)?$";

  static final Parameter<String> AFTER =
      Parameter.query(
          Field.token("after", POSITION, "4711")
              .optional("0")
              .describe(
                  "Only events behind this position: that of the last event you have. The header"
                      + " Last-Event-ID wins over it."));

  static final Parameter<String> TYPE =
      Parameter.query(
          Field.token("type", "^[a-z_]+(,[a-z_]+)*$", "payment_posted,entry_reversed")
              .optional()
              .describe("Only events of these types."));

  static final Parameter<String> FROM =
      Parameter.query(
          Field.token("from", MOMENT, "2026-03-01")
              .optional()
              .describe(
                  "Only events recorded at this moment or later; of a date, its start in UTC."));

  static final Parameter<String> TO =
      Parameter.query(
          Field.token("to", MOMENT, "2026-03-31T12:00:00Z")
              .optional()
              .describe(
                  "Only events recorded before this moment; of a date, its end in UTC. The stream"
                      + " ends there."));

  private EventRequest() {}

  /** The position behind which to begin. */
  static long after(ServerRequest request, Values values) {
    String seen = request.headers().firstHeader("Last-Event-ID");
    if (seen == null || seen.isEmpty()) {
      return Long.parseLong(values.get(AFTER));
    }
    if (!POSITIONS.matcher(seen).matches()) {
      throw new InvalidRequest(
          "Last-Event-ID", FieldErrorCode.INVALID_FORMAT, "must be the position of an event");
    }
    return Long.parseLong(seen);
  }

  /**
   * The types of events.
   *
   * @throws ProblemException if there is no such type
   */
  static Set<String> types(Values values) {
    if (values.get(TYPE) == null) {
      return Set.of();
    }
    Set<String> known =
        EventTypes.events().stream()
            .map(EventTypes.EventType::name)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> asked = Set.copyOf(Set.of(values.get(TYPE).split(",", -1)));
    if (!known.containsAll(asked)) {
      throw new InvalidRequest(
          TYPE.name(),
          FieldErrorCode.UNKNOWN_VALUE,
          "must be types of events, such as loan_opened");
    }
    return asked;
  }

  /** The moment from which on; or null. */
  static Instant from(Values values) {
    return moment(FROM, values.get(FROM), 0);
  }

  /** The moment before which; or null. */
  static Instant to(Values values) {
    return moment(TO, values.get(TO), 1);
  }

  private static Instant moment(Parameter<String> parameter, String text, int daysLater) {
    if (text == null) {
      return null;
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          parameter.name(), FieldErrorCode.INVALID_FORMAT, "must be a moment of the calendar");
    }
  }
}
