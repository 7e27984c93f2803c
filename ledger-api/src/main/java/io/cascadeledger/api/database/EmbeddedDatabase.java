package io.cascadeledger.api.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that the program brings along and runs itself, with its data in a local folder. It
 * is a real server with its durability switched on; what it lacks is an administrator.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_BOUND = Duration.ofSeconds(60);
  private static final long STOP_SECONDS = 10;

  /** The line of postmaster.pid, from 0, that has the port. */
  private static final int PORT_LINE = 3;

  /** The library starts it with durability switched off; these settings win over that. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "localhost",
          "max_connections", "100",
          "shared_buffers", "128MB",
          "max_wal_size", "2GB");

  private final FileChannel lock;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Starts a server on a folder; the folder is made if it is not there. A server that an earlier
   * run left behind, because that run was killed, is ended first.
   *
   * @param folder holds the data, and the server's programs
   * @throws IllegalStateException if another ledger uses the folder
   * @throws UncheckedIOException if the server does not start
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
      FileChannel lock = lock(home);
      Path data = home.resolve("postgresql");
      endLeftover(data);
      System.setProperty("ot.epg.working-dir", home.resolve("programs").toString());
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPGStartupWait(START_BOUND);
      SETTINGS.forEach(builder::setServerConfig);
      return new EmbeddedDatabase(lock, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
    }
  }

  /**
   * Where the server of another running ledger on a folder listens.
   *
   * @return its address, or empty if no ledger is running on the folder
   */
  public static Optional<DatabaseAddress> running(Path folder) {
    Path pidFile = folder.resolve("postgresql").resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(pidFile);
      boolean alive =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(EmbeddedDatabase::isPostgres)
              .isPresent();
      return alive && lines.size() > PORT_LINE
          ? Optional.of(address(Integer.parseInt(lines.get(PORT_LINE).strip())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new IllegalStateException("another ledger is running on the folder " + home);
    }
    return channel;
  }

  private static void endLeftover(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    Optional<ProcessHandle> leftover = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
    if (leftover.isPresent()) {
      LOG.info("ending the PostgreSQL that an earlier run left behind (process {})", pid);
      end(leftover.get());
    }
    // The lock on the folder is ours, so no server that is alive can own this file any more.
    Files.deleteIfExists(pidFile);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens. */
  public DatabaseAddress address() {
    return address(server.getPort());
  }

  private static DatabaseAddress address(int port) {
    return new DatabaseAddress("localhost", port, "postgres", "postgres", null, Map.of());
  }

  /** Stops the server and gives the folder free. */
  @Override
  public void close() {
    try {
      server.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
