package io.cascadeledger.eventstore;

import java.sql.SQLException;

/** What an error of the database says about an insert; the codes are those of PostgreSQL. */
final class Refusal {

  private static final String UNIQUE_VIOLATION = "23505";

  private Refusal() {}

  /**
   * Whether the server itself refused the statement, so that certainly nothing was stored. It is
   * not certain when the connection broke (08) or the server shut down (57P).
   */
  static boolean isCertain(SQLException e) {
    String state = e.getSQLState();
    return state != null && !state.startsWith("08") && !state.startsWith("57P");
  }

  /**
   * Whether the statement was refused for what it contained: its data (22), its uniqueness or other
   * constraints (23), or its form (42). Anything else is a weakness of the database: a full disk, a
   * lost primary, a time limit.
   */
  static boolean isOfContent(SQLException e) {
    String state = e.getSQLState();
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
  }

  /** Whether a place in a stream, or an idempotency key, was taken. */
  static boolean isConflict(SQLException e) {
    return UNIQUE_VIOLATION.equals(e.getSQLState());
  }
}
