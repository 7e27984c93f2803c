package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The append of one command's events, from the side of the one who sent the command: which request
 * they answer, who asked, and, once that is decided, what became of them. It travels in the
 * command's metadata under {@link EventMetadata#APPEND}, alone or in an {@link AppendGroup}, and is
 * never stored itself.
 */
public final class Append {

  private final List<RequestKey> requestKeys;
  private final Class<? extends LedgerEvent> answering;
  private final Map<String, String> metadata;
  private volatile Stored stored;
  private volatile RuntimeException failure;

  /**
   * An append that answers a request; who asked is in the command's metadata.
   *
   * @param requestKey the request's key and fingerprint, or null if it has none
   */
  public Append(RequestKey requestKey) {
    this(requestKey, null);
  }

  /**
   * An append that answers a request.
   *
   * @param requestKey the request's key and fingerprint, or null if it has none
   * @param metadata what is stored with each event, by the names of {@link EventMetadata}; null to
   *     store what the command's metadata says
   */
  public Append(RequestKey requestKey, Map<String, String> metadata) {
    this(requestKey == null ? List.of() : List.of(requestKey), LedgerEvent.class, metadata);
  }

  private Append(
      List<RequestKey> requestKeys,
      Class<? extends LedgerEvent> answering,
      Map<String, String> metadata) {
    this.requestKeys = requestKeys;
    this.answering = answering;
    this.metadata = metadata;
  }

  /**
   * An append that answers several requests together; who asked is in the command's metadata.
   *
   * @param requestKeys the requests' keys and fingerprints, one for each event of that type, in
   *     their order
   * @param answering the type of the events that answer a request each; any other follows from the
   *     one before it
   */
  public static Append ofEach(
      List<RequestKey> requestKeys, Class<? extends LedgerEvent> answering) {
    return new Append(List.copyOf(requestKeys), answering, null);
  }

  /**
   * Gives each request's key to the event that answers it.
   *
   * @param events the events of the command, in their order
   * @return the keys in the same order; null where an event answers no request
   */
  List<RequestKey> keysOf(List<LedgerEvent> events) {
    Iterator<RequestKey> keys = requestKeys.iterator();
    List<RequestKey> given = new ArrayList<>(events.size());
    for (LedgerEvent event : events) {
      given.add(answering.isInstance(event) && keys.hasNext() ? keys.next() : null);
    }
    return given;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** Called by the event store when the events are durable. */
  void completed(List<LedgerEvent> events, long lastPosition) {
    stored = new Stored(List.copyOf(events), lastPosition);
  }

  /** Called by the event store when nothing was stored, or nobody knows. */
  void failed(RuntimeException reason) {
    failure = reason;
  }

  /**
   * Why nothing was stored.
   *
   * @return null if the events are durable; else one of the exceptions that {@link
   *     EventWriter#append} names
   */
  public RuntimeException failure() {
    return failure;
  }

  /**
   * What was stored.
   *
   * @throws IllegalStateException if the command has not succeeded, or stored nothing
   */
  public Stored stored() {
    if (stored == null) {
      throw new IllegalStateException("the command has stored nothing");
    }
    return stored;
  }

  /**
   * Durable events.
   *
   * @param events in their order, at least one
   * @param lastPosition the position of the last of them
   */
  public record Stored(List<LedgerEvent> events, long lastPosition) {}
}
