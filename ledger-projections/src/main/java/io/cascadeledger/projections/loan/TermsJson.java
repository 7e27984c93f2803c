package io.cascadeledger.projections.loan;

import io.cascadeledger.eventstore.json.EventJson;

/** Parts of a loan's terms as JSON, in the form that they have in events. */
final class TermsJson {

  private TermsJson() {}

  /** The JSON of a part; null if there is none. */
  static String write(Object part) {
    return part == null ? null : EventJson.mapper().writeValueAsString(part);
  }

  /** The part that a JSON text says; null if there is none. */
  static <T> T read(Class<T> type, String json) {
    return json == null ? null : EventJson.mapper().readValue(json, type);
  }
}
