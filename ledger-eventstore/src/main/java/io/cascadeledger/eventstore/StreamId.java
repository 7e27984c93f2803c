package io.cascadeledger.eventstore;

import java.util.UUID;

/**
 * The identity of a stream of events, as the columns of the event table hold it.
 *
 * @param tenant the tenant whose stream it is
 * @param type what it is a stream of, such as {@code loan}
 * @param id the identifier within tenant and type
 */
record StreamId(String tenant, String type, UUID id) {

  /**
   * Reads what {@link #toString} writes, which is also how aggregates name themselves.
   *
   * @throws IllegalArgumentException if it is not of the form {@code type/tenant/uuid}
   */
  static StreamId parse(String text) {
    int first = text.indexOf('/');
    int last = text.lastIndexOf('/');
    if (first < 1 || last == first) {
      throw new IllegalArgumentException("not a stream: '" + text + "'");
    }
    return new StreamId(
        text.substring(first + 1, last),
        text.substring(0, first),
        UUID.fromString(text.substring(last + 1)));
  }

  @Override
  public String toString() {
    return type + "/" + tenant + "/" + id;
  }
}
