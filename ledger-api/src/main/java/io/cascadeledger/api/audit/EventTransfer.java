package io.cascadeledger.api.audit;

import io.cascadeledger.eventstore.audit.EventFileReader;
import io.cascadeledger.eventstore.audit.EventFileWriter;
import io.cascadeledger.eventstore.audit.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Takes the events of a ledger to a file, and from a file to an empty database. */
public final class EventTransfer {

  private EventTransfer() {}

  /**
   * Writes all events, with the checkpoints upon them, to a file: whole or not at all.
   *
   * @return how many events there are
   */
  public static long export(DataSource dataSource, Path file, AuditProgress progress)
      throws SQLException, IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Connection connection = dataSource.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      connection.setAutoCommit(false);
      long last;
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        try (var row = statement.executeQuery("SELECT coalesce(max(position), 0) FROM events")) {
          row.next();
          last = row.getLong(1);
        }
      }
      long written = EventFileWriter.write(connection, part, done -> progress.done(done, last));
      connection.rollback();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Fills an empty database from a file, with all of it or nothing.
   *
   * @return how many events there are
   * @throws IOException if the file is not sound
   * @throws IllegalStateException if the database has events
   */
  public static long restore(DataSource dataSource, Path path, AuditProgress progress)
      throws SQLException, IOException {
    long bytes = Files.size(path);
    try (EventFileReader file = new EventFileReader(path);
        Connection connection = dataSource.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      connection.setAutoCommit(false);
      try {
        long restored = Restore.run(connection, file, _ -> progress.done(file.bytesRead(), bytes));
        connection.commit();
        return restored;
      } catch (SQLException | IOException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
