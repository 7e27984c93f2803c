package io.cascadeledger.api.server;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.api.database.DatabaseNotAvailableException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways into a database that do not need a running server. */
public final class Databases {

  private static final int CONNECT_TIMEOUT_SECONDS = 5;
  private static final int SOCKET_TIMEOUT_SECONDS = 30;
  private static final int CONNECT_RETRIES = 5;

  /** The longest pause before another attempt to connect. */
  private static final int RETRY_SECONDS = 5;

  private Databases() {}

  /**
   * Connections to a database, not pooled, once its schema is up to date.
   *
   * @throws DatabaseNotAvailableException if the database cannot be reached, entered or brought up
   *     to date
   */
  public static DataSource migrated(DatabaseAddress address) {
    PGSimpleDataSource dataSource = plain(address);
    SchemaNote note = SchemaNote.ofMigrations();
    if (note.isOn(dataSource)) {
      return dataSource;
    }
    try {
      Flyway.configure()
          .dataSource(dataSource)
          .connectRetries(CONNECT_RETRIES)
          .connectRetriesInterval(RETRY_SECONDS)
          .load()
          .migrate();
      note.putOn(dataSource);
    } catch (FlywayException e) {
      throw new DatabaseNotAvailableException(
          "the database %s cannot be used: %s".formatted(address, reason(e)), e);
    }
    return dataSource;
  }

  /** The database's own words if it spoke; the first line says it. */
  private static String reason(FlywayException failure) {
    Throwable reason = failure;
    while (reason.getCause() != null && !(reason instanceof SQLException)) {
      reason = reason.getCause();
    }
    return String.valueOf(reason.getMessage()).strip().lines().findFirst().orElse("");
  }

  /** Connections to a database, not pooled. */
  static PGSimpleDataSource plain(DatabaseAddress address) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(address.jdbcUrl());
    dataSource.setUser(address.user());
    dataSource.setPassword(address.password());
    dataSource.setApplicationName("cascade-ledger");
    dataSource.setTcpKeepAlive(true);
    dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
    dataSource.setLoginTimeout(CONNECT_TIMEOUT_SECONDS);
    dataSource.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
    return dataSource;
  }
}
