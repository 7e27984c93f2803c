package io.cascadeledger.api.server;

import io.cascadeledger.api.database.DatabaseAddress;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways into a database that do not need a running server. */
public final class Databases {

  private static final int CONNECT_TIMEOUT_SECONDS = 5;
  private static final int SOCKET_TIMEOUT_SECONDS = 30;
  private static final int CONNECT_RETRIES = 10;

  private Databases() {}

  /** Connections to a database, not pooled, once its schema is up to date. */
  public static DataSource migrated(DatabaseAddress address) {
    PGSimpleDataSource dataSource = plain(address);
    Flyway.configure().dataSource(dataSource).connectRetries(CONNECT_RETRIES).load().migrate();
    return dataSource;
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
