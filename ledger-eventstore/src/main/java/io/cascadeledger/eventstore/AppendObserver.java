package io.cascadeledger.eventstore;

/** Told of each insert, to measure it. */
@FunctionalInterface
public interface AppendObserver {

  /**
   * Some commands became durable together.
   *
   * @param commands how many commands
   * @param events how many events they had
   * @param nanoseconds how long the database took
   */
  void appended(int commands, int events, long nanoseconds);
}
