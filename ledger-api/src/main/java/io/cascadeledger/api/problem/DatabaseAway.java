package io.cascadeledger.api.problem;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Tells failures that come from a database which cannot be reached, or is starting or stopping. Of
 * what a request wanted stored, the event store tells itself what became; whatever else fails for
 * want of a database has changed nothing.
 */
final class DatabaseAway {

  /** SQL states: connection exceptions, too few resources, operator's intervention. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57");

  private DatabaseAway() {}

  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean away =
          switch (cause) {
            case SQLTransientConnectionException _ -> true; // the pool has waited in vain
            case SQLException e -> e.getSQLState() != null && isAway(e.getSQLState());
            case R2dbcNonTransientResourceException _ -> true;
            case R2dbcTransientResourceException _ -> true;
            case R2dbcTimeoutException _ -> true;
            default -> false;
          };
      if (away) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAway(String sqlState) {
    return sqlState.length() == 5 && CLASSES.contains(sqlState.substring(0, 2));
  }
}
