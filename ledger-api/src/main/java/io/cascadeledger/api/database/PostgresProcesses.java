package io.cascadeledger.api.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes of the PostgreSQL on one data folder, found by where they work. A process id from a
 * file would not do: it may have been given to another PostgreSQL since.
 */
final class PostgresProcesses {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 50;

  private final Path data;

  /** Looks for processes on a data folder, whose path has no symbolic links. */
  PostgresProcesses(Path data) {
    this.data = data;
  }

  /** Whether there are any. */
  boolean isAny() {
    return !all().isEmpty();
  }

  /** Their parent. */
  Optional<ProcessHandle> postmaster() {
    return all().stream()
        .filter(process -> process.parent().filter(this::isOne).isEmpty())
        .findFirst();
  }

  /** Whether a process is at work, and not only waiting for its parent to notice its end. */
  static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && isPostgres(process);
  }

  private List<ProcessHandle> all() {
    return ProcessHandle.allProcesses().filter(this::isOne).toList();
  }

  private boolean isOne(ProcessHandle process) {
    return isPostgres(process) && worksHere(process);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  private boolean worksHere(ProcessHandle process) {
    Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return Files.readSymbolicLink(workingFolder).equals(data);
    } catch (IOException e) {
      // It has just ended, or this system has no such folder; the first process names its data.
      return process
          .info()
          .arguments()
          .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
          .isPresent();
    }
  }

  /**
   * Ends them, and returns when there are none left.
   *
   * @throws IOException if they do not end
   */
  void end() throws IOException {
    List<ProcessHandle> left = all();
    left.forEach(ProcessHandle::destroy);
    if (!areGone()) {
      all().forEach(ProcessHandle::destroyForcibly);
      if (!areGone()) {
        throw new IOException("the PostgreSQL of an earlier run does not end");
      }
    }
  }

  private boolean areGone() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (isAny()) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL ended", e);
    }
  }
}
