package io.cascadeledger.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests: one server for each run of the tests, one new database, with the
 * schema of the modules on the class path, for each call of {@link #create}.
 */
public final class TestDatabase {

  private static final AtomicInteger CREATED = new AtomicInteger();

  /** The one database that is migrated; the others are copies of it. */
  private static final String TEMPLATE = "test_template";

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A new, migrated, empty database. */
  public static TestDatabase create() {
    TestDatabase database = new TestDatabase("test_" + CREATED.incrementAndGet());
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database.name + " TEMPLATE " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database;
  }

  /** Ends all connections to it and removes it; many databases make the server slow to stop. */
  public void drop() {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Connections to it, not pooled. */
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl());
    dataSource.setUser("postgres");
    return dataSource;
  }

  /** Its address for JDBC, without user. */
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + port() + "/" + name;
  }

  /** Its address as the server takes it. */
  public String url() {
    return "postgresql://postgres@localhost:" + port() + "/" + name;
  }

  /** The port the server listens on. */
  public int port() {
    return Server.POSTGRES.getPort();
  }

  /** The database's name. */
  public String name() {
    return name;
  }

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + TEMPLATE);
        }
        Flyway.configure().dataSource(server.getDatabase("postgres", TEMPLATE)).load().migrate();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
