package io.cascadeledger.api.history;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;

/** Which events of a stream are asked for. */
final class HistoryParameters {

  private static final String SEQUENCES = "^(0|[1-9][0-9]{0,17})$";

  static final Parameter<String> SEQUENCE =
      Parameter.path(
          Field.token("sequence", SEQUENCES, "12")
              .describe("The place of the event in its stream, from 0."));

  static final Parameter<String> SINCE =
      Parameter.query(
          Field.token("since", SEQUENCES, "3")
              .optional()
              .describe("That of the event to compare with. Left out: the event before."));

  private HistoryParameters() {}

  static long sequence(Values values) {
    return Long.parseLong(values.get(SEQUENCE));
  }

  /** The earlier of two events; -1 for nothing yet. */
  static long since(Values values) {
    long sequence = sequence(values);
    long since = values.find(SINCE).map(Long::parseLong).orElse(sequence - 1);
    if (since > sequence) {
      throw new InvalidRequest(
          SINCE.name(), FieldErrorCode.TOO_LARGE, "must be the sequence of an earlier event");
    }
    return since;
  }
}
