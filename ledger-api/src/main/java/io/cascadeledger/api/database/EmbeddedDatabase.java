package io.cascadeledger.api.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * A PostgreSQL that the program brings along and runs itself, with its data in a local folder. It
 * is a real server with its durability switched on; what it lacks is an administrator, so whoever
 * starts it may have it watched.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** After a crash it repeats what its log holds, which may take a while. */
  private static final Duration START_BOUND = Duration.ofMinutes(3);

  private static final Duration WATCH_ENDS = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 500;
  private static final int ANY_PORT = 0;

  /** The library starts it with durability switched off; these settings win over that. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "localhost",
          "max_connections", "100",
          "max_wal_size", "2GB");

  /** Between these, half of what the ledger may have itself. */
  private static final long LEAST_MEGABYTES_OF_PAGES = 128;

  private static final long MOST_MEGABYTES_OF_PAGES = 512;

  /** The library's own would run programs to find out which Linux this is; ours suits all. */
  private static final PgBinaryResolver PROGRAMS = EmbeddedDatabase::programs;

  private final DataFolder folder;
  private final PostgresProcesses processes;
  private final int port;
  private volatile EmbeddedPostgres server;
  private Thread watch;
  private volatile boolean closed;

  private EmbeddedDatabase(DataFolder folder) throws IOException {
    this.folder = folder;
    this.processes = new PostgresProcesses(folder.data());
    this.server = launch(ANY_PORT);
    this.port = server.getPort();
    folder.complete();
  }

  /**
   * Starts a server on a folder; the folder is made if it is not there. A server that an earlier
   * run left behind, because that run was killed, is ended first.
   *
   * @param path holds the data, and the server's programs
   * @throws DatabaseNotAvailableException if another ledger uses the folder, or the server does not
   *     start
   */
  public static EmbeddedDatabase start(Path path) {
    try {
      DataFolder folder = DataFolder.take(path);
      try {
        return new EmbeddedDatabase(folder);
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseNotAvailableException(
          "the embedded PostgreSQL did not start on the folder %s: %s"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /**
   * Where the server of another running ledger on a folder listens.
   *
   * @return its address, or empty if no ledger is running on the folder
   * @throws DatabaseNotAvailableException if that ledger is just starting or stopping
   */
  public static Optional<DatabaseAddress> running(Path path) {
    try {
      if (!DataFolder.isTaken(path)) {
        return Optional.empty();
      }
      int port = DataFolder.port(path);
      if (port == 0) {
        throw new DatabaseNotAvailableException(
            "the ledger on the folder %s is starting or stopping; try again".formatted(path), null);
      }
      return Optional.of(address(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres launch(int onPort) throws IOException {
    if (processes.isAny()) {
      LOG.warn("ending a PostgreSQL that was left behind on the folder {}", folder);
      processes.end();
    }
    folder.disownPidFile();
    folder.setUnfinishedAside();
    folder.turnLog();
    System.setProperty("ot.epg.working-dir", folder.programs().toString());
    // Its own hook would stop the server while the ledger still stores what it has accepted.
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(PROGRAMS)
            .setPort(onPort)
            .setDataDirectory(folder.data())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_BOUND)
            .setOutputRedirector(Redirect.appendTo(folder.log().toFile()));
    SETTINGS.forEach(builder::setServerConfig);
    builder.setServerConfig("shared_buffers", pages());
    try {
      return builder.start();
    } catch (IOException | RuntimeException e) {
      processes.end();
      throw new IOException(
          "%s; what PostgreSQL says is in %s".formatted(e.getMessage(), folder.log()), e);
    }
  }

  /**
   * How much memory PostgreSQL takes for pages, at most. Each payment touches a page of its loan in
   * several indexes: once they no longer fit, it reads one and writes another for each.
   */
  private static String pages() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 21;
    return Math.clamp(megabytes, LEAST_MEGABYTES_OF_PAGES, MOST_MEGABYTES_OF_PAGES) + "MB";
  }

  private static InputStream programs(String system, String machine) throws IOException {
    String name = "postgres-%s-%s.txz".formatted(system, ArchUtils.normalize(machine));
    return new ClassPathResource(name.toLowerCase(Locale.ROOT)).getInputStream();
  }

  /**
   * From now on starts the server again, on the same port, whenever it has died.
   *
   * @param lost told, once, when it cannot be started again
   */
  public void watch(Runnable lost) {
    watch = Thread.ofPlatform().daemon().name("embedded-postgresql").start(() -> keepAlive(lost));
  }

  private void keepAlive(Runnable lost) {
    try {
      ProcessHandle postmaster = postmaster();
      while (!closed) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        if (!closed && !PostgresProcesses.isAlive(postmaster)) {
          LOG.error("the embedded PostgreSQL has died; starting it again");
          server.close();
          server = launch(port);
          postmaster = postmaster();
          LOG.warn("the embedded PostgreSQL is back");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        LOG.error("the embedded PostgreSQL is lost; its log is {}", folder.log(), e);
        lost.run();
      }
    }
  }

  private ProcessHandle postmaster() throws IOException {
    return processes
        .postmaster()
        .orElseThrow(() -> new IOException("the embedded PostgreSQL ended as soon as it began"));
  }

  /** Where it listens. */
  public DatabaseAddress address() {
    return address(port);
  }

  private static DatabaseAddress address(int port) {
    return new DatabaseAddress("localhost", port, "postgres", "postgres", null, Map.of());
  }

  /** Stops the server and gives the folder free. */
  @Override
  public void close() {
    closed = true;
    try {
      if (watch != null) {
        watch.interrupt();
        watch.join(WATCH_ENDS);
      }
      server.close();
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
