package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
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
    this(requestKey == null ? List.of() : List.of(requestKey), metadata);
  }

  private Append(List<RequestKey> requestKeys, Map<String, String> metadata) {
    this.requestKeys = requestKeys;
    this.metadata = metadata;
  }

  /**
   * An append that answers several requests together; who asked is in the command's metadata.
   *
   * @param requestKeys the requests' keys and fingerprints, one for each event of the command, in
   *     their order
   */
  public static Append ofEach(List<RequestKey> requestKeys) {
    return new Append(List.copyOf(requestKeys), null);
  }

  /** The key of the request that is answered by an event, counted from 0; null if there is none. */
  RequestKey requestKey(int event) {
    return event < requestKeys.size() ? requestKeys.get(event) : null;
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
