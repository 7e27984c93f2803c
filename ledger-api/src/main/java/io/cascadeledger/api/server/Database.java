package io.cascadeledger.api.server;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.api.database.DatabaseNotAvailableException;
import io.cascadeledger.api.database.EmbeddedDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The database of a server: the one that is named, or else an embedded one. It gets ready while the
 * rest of the server is put together; what needs it sooner waits for it.
 */
final class Database implements AutoCloseable {

  private record Ready(
      DatabaseAddress address, @Nullable EmbeddedDatabase embedded, DataSource migrated) {}

  private final CompletableFuture<Ready> start = new CompletableFuture<>();
  private boolean closed;

  private Database() {}

  /** Begins to start, or to connect to, the database, and to bring its schema up to date. */
  static Database begin(LedgerSettings settings) {
    Database database = new Database();
    Thread.ofPlatform().name("database-start").start(() -> database.complete(settings));
    return database;
  }

  private void complete(LedgerSettings settings) {
    try {
      start.complete(
          StringUtils.hasText(settings.databaseUrl())
              ? named(settings.databaseUrl())
              : embedded(settings));
    } catch (RuntimeException | Error e) {
      start.completeExceptionally(e);
    }
  }

  private static Ready named(String url) {
    DatabaseAddress address = parse(url);
    return new Ready(address, null, Databases.migrated(address));
  }

  private static Ready embedded(LedgerSettings settings) {
    EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.data());
    try {
      return new Ready(embedded.address(), embedded, Databases.migrated(embedded.address()));
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  /**
   * Reads a database's URL.
   *
   * @throws DatabaseNotAvailableException if it is none
   */
  static DatabaseAddress parse(String url) {
    try {
      return DatabaseAddress.parse(url);
    } catch (IllegalArgumentException e) {
      throw new DatabaseNotAvailableException(e.getMessage(), e);
    }
  }

  /** Where it listens. */
  DatabaseAddress address() {
    return ready().address();
  }

  /** Connections to it, not pooled; its schema is up to date. */
  DataSource migrated() {
    return ready().migrated();
  }

  /** The embedded database; null if another is named. */
  @Nullable EmbeddedDatabase embedded() {
    return ready().embedded();
  }

  /** Why there is no database is thrown to everyone who asks for it. */
  private Ready ready() {
    try {
      return start.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }

  /** Stops it if it is embedded; one that is being started is stopped thereafter. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Ready ready = start.exceptionally(_ -> null).join();
    if (ready != null && ready.embedded() != null) {
      ready.embedded().close();
    }
  }
}
