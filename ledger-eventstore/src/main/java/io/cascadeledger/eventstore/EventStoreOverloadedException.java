package io.cascadeledger.eventstore;

/** Too many appends are waiting already; nothing was stored, and the caller should come later. */
public final class EventStoreOverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the limit that was reached. */
  public EventStoreOverloadedException(int waiting) {
    super(waiting + " appends are waiting already", null, false, false);
  }
}
