package io.cascadeledger.eventstore;

import java.time.Duration;

/**
 * How much the writer takes on, and how long it waits.
 *
 * @param commandsPerInsert the most commands that one insert carries
 * @param eventsPerInsert the number of events from which on an insert takes no further command
 * @param waitingCommands the most commands that wait; more are turned away at once
 * @param answer how long the database may take to answer before the connection counts as broken
 * @param recovery how long the writer tries to find out what a broken connection has stored
 * @param closing how long a writer that is closed may take to store what waits
 */
record WriterLimits(
    int commandsPerInsert,
    int eventsPerInsert,
    int waitingCommands,
    Duration answer,
    Duration recovery,
    Duration closing) {

  static final WriterLimits STANDARD =
      new WriterLimits(
          256,
          4_096,
          10_000,
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10));
}
