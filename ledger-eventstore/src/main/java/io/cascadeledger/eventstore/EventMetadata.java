package io.cascadeledger.eventstore;

import java.util.List;

/**
 * The names under which a command's metadata says who asked, and how the question was asked. The
 * first four are stored with each event of the command, and the fifth with those that it concerns;
 * the last only serves the append.
 */
public final class EventMetadata {

  /** Who acted: the client or user of the token. */
  public static final String ACTOR = "actor";

  /** What belongs together across systems: the caller's, or one made for the request. */
  public static final String CORRELATION_ID = "correlation_id";

  /**
   * The event or request that caused this one, if it is not the correlation's first. An event that
   * follows from the one that answers a request names that one.
   */
  public static final String CAUSATION_ID = "causation_id";

  /** The W3C trace context of the request, if it had one. */
  public static final String TRACEPARENT = "traceparent";

  /**
   * The day on which the event is booked, if that is not its effective date: what counts on a day
   * that was closed is booked on the first open one.
   */
  public static final String BOOKED_ON = "booked_on";

  /**
   * The {@link Append} that a command's events are part of, or the {@link Rehearsal} that they are
   * shown to; never stored.
   */
  public static final String APPEND = "append";

  /** The names that are stored. */
  static final List<String> STORED = List.of(ACTOR, CORRELATION_ID, CAUSATION_ID, TRACEPARENT);

  private EventMetadata() {}
}
