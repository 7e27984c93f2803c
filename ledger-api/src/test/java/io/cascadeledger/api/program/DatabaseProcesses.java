package io.cascadeledger.api.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded PostgreSQL of a data folder, seen from outside. */
final class DatabaseProcesses {

  private static final int PORT_LINE = 3;

  private final Path pidFile;

  DatabaseProcesses(Path dataFolder) {
    this.pidFile = dataFolder.resolve("postgresql").resolve("postmaster.pid");
  }

  /** All that are alive: the first one and its children. */
  List<ProcessHandle> alive() throws IOException {
    if (!Files.exists(pidFile)) {
      return List.of();
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    return ProcessHandle.of(pid).stream()
        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
        .toList();
  }

  /** Those that are still alive after a time, at most. */
  static List<ProcessHandle> leftAfter(Duration bound, List<ProcessHandle> processes)
      throws InterruptedException {
    long deadline = System.nanoTime() + bound.toNanos();
    while (System.nanoTime() < deadline && processes.stream().anyMatch(ProcessHandle::isAlive)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return processes.stream().filter(ProcessHandle::isAlive).toList();
  }

  /** {@code kill -9} for all of them. */
  void kill() throws IOException {
    List<ProcessHandle> victims = alive();
    if (victims.isEmpty()) {
      throw new AssertionError("no PostgreSQL is running");
    }
    victims.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * PostgreSQL's immediate stop: it ends without saving anything, and recovers at its next start.
   */
  void stopImmediately() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    Process quit = new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start();
    if (quit.waitFor() != 0) {
      throw new AssertionError("no PostgreSQL is running");
    }
  }

  /** Connections to the database. */
  DataSource dataSource() throws IOException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setPortNumbers(
        new int[] {Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip())});
    dataSource.setDatabaseName("postgres");
    dataSource.setUser("postgres");
    return dataSource;
  }
}
