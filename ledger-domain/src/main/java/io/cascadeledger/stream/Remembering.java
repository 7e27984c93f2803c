package io.cascadeledger.stream;

/** What remembers something of each of its events, and may have that of some in common. */
public interface Remembering {

  /**
   * How much less memory it takes than if it had nothing in common.
   *
   * @return as many events as would take it
   */
  long eventsSaved();
}
