package io.cascadeledger.api.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an embedded database, held by one process at a time. */
final class DataFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  /** PostgreSQL's own file: process id, data folder, start time, port ... a line each. */
  private static final String PID_FILE = "postmaster.pid";

  private static final int PORT_LINE = 3;

  /** Beyond the largest process id of any system. */
  private static final int NO_PROCESS = 1 << 23;

  private final Path home;
  private final FileChannel lock;

  private DataFolder(Path home, FileChannel lock) {
    this.home = home;
    this.lock = lock;
  }

  /**
   * Takes a folder, which is made if it is not there.
   *
   * @throws DatabaseNotAvailableException if another ledger has it
   */
  static DataFolder take(Path folder) throws IOException {
    Path home = Files.createDirectories(folder).toRealPath();
    FileChannel lock =
        FileChannel.open(lockFile(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!tryLock(lock)) {
      lock.close();
      throw new DatabaseNotAvailableException(
          "another ledger is running on the folder " + home, null);
    }
    return new DataFolder(home, lock);
  }

  /** Whether a ledger has a folder. */
  static boolean isTaken(Path folder) throws IOException {
    Path lockFile = lockFile(folder);
    if (!Files.exists(lockFile)) {
      return false;
    }
    try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      return !tryLock(lock);
    }
  }

  private static Path lockFile(Path home) {
    return home.resolve("ledger.lock");
  }

  /** The lock ends with the process, however that ends. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** PostgreSQL's data, in a folder that need not be taken. */
  static Path data(Path folder) {
    return folder.resolve("postgresql");
  }

  /** PostgreSQL's data. */
  Path data() {
    return data(home);
  }

  /** PostgreSQL's programs. */
  Path programs() {
    return home.resolve("programs");
  }

  /** What PostgreSQL has had to say since it was last started. */
  Path log() {
    return home.resolve("postgresql.log");
  }

  /** Begins a new log, and keeps the one before it. */
  void turnLog() throws IOException {
    if (Files.exists(log())) {
      Files.move(log(), home.resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Makes room if an earlier run was killed while it made the data: half of it is of no use, and
   * nothing was ever stored in it. It is kept all the same, under another name.
   */
  void setUnfinishedAside() throws IOException {
    if (Files.exists(data()) && !Files.exists(completed())) {
      Path aside = home.resolve("postgresql.unfinished-" + System.currentTimeMillis());
      Files.move(data(), aside);
      LOG.warn("the first start on this folder had been cut short; its remains are in {}", aside);
    }
  }

  /** Says that the data is whole: from now on it is PostgreSQL that keeps it so. */
  void complete() throws IOException {
    if (!Files.exists(completed())) {
      Files.createFile(completed());
    }
  }

  private Path completed() {
    return data().resolve("ledger-initialized");
  }

  /**
   * Takes the process id out of a pid file that a dead server has left: by now the id may be that
   * of any other process, for which PostgreSQL would wait in vain. The rest of the file stays, as
   * PostgreSQL finds out with it whether a part of the dead server lives on.
   */
  void disownPidFile() throws IOException {
    Path pidFile = data().resolve(PID_FILE);
    if (Files.exists(pidFile)) {
      List<String> lines = Files.readAllLines(pidFile);
      lines.set(0, Integer.toString(NO_PROCESS));
      Files.write(pidFile, lines);
    }
  }

  /**
   * The port of the server that runs on a folder's data.
   *
   * @return 0 if there is none, or not yet
   */
  static int port(Path folder) throws IOException {
    Path pidFile = data(folder).resolve(PID_FILE);
    if (!Files.exists(pidFile)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(pidFile);
    return lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
  }

  /** Gives the folder free. */
  @Override
  public void close() throws IOException {
    lock.close();
  }

  @Override
  public String toString() {
    return home.toString();
  }
}
