package io.cascadeledger.api.problem;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that is away from a fault of the ledger. */
final class Unavailability {

  /** Connection lost, out of resources, shutting down or starting: SQL states by their class. */
  private static final Set<String> STATE_CLASSES = Set.of("08", "53", "57");

  private static final int CLASS_LENGTH = 2;

  private Unavailability() {}

  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isUnavailability(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnavailability(Throwable cause) {
    return switch (cause) {
      case SQLTransientConnectionException _ -> true;
      case SQLException e -> isOfClass(e.getSQLState());
      case R2dbcNonTransientResourceException _ -> true;
      case R2dbcTransientResourceException _ -> true;
      case R2dbcTimeoutException _ -> true;
      case R2dbcException e -> isOfClass(e.getSqlState());
      case SocketException _ -> true;
      default -> false;
    };
  }

  private static boolean isOfClass(String state) {
    return state != null
        && state.length() > CLASS_LENGTH
        && STATE_CLASSES.contains(state.substring(0, CLASS_LENGTH));
  }
}
