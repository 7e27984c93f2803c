package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.LineBuffer;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEventJson;
import io.cascadeledger.eventstore.merkle.GrowingRoot;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.SealTables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes the log of a database to a file. */
public final class EventFileWriter {

  private static final int BUFFER = 1 << 16;

  private EventFileWriter() {}

  /**
   * Writes a file.
   *
   * @param connection in a transaction in which nothing changes
   * @param file written anew
   * @param progress is told of the last position that was written, now and then
   * @return how many events were written
   */
  public static long write(Connection connection, Path file, LongConsumer progress)
      throws SQLException, IOException {
    SealTables tables = new SealTables(connection);
    try (OutputStream out = new BufferedOutputStream(compressed(file), BUFFER);
        DatabaseLog log = new DatabaseLog(connection)) {
      line(
          out,
          EventFile.write(
              new EventFile.Head(
                  EventFile.FORMAT,
                  EventFile.VERSION,
                  tables.origin().orElse(null),
                  tables.verifiers())));
      return write(log, out, progress);
    }
  }

  private static OutputStream compressed(Path file) throws IOException {
    return new GZIPOutputStream(Files.newOutputStream(file), BUFFER) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  private static long write(DatabaseLog log, OutputStream out, LongConsumer progress)
      throws SQLException, IOException {
    GrowingRoot root = new GrowingRoot();
    LineBuffer buffer = new LineBuffer(BUFFER);
    int checkpoints = 0;
    for (LogSource.Part part = log.next(); part != null; part = log.next()) {
      for (StoredEvent event : part.events()) {
        if (event.position() != root.size() + 1) {
          throw new IOException(
              "There is no event at position %d: run ledger verify.".formatted(root.size() + 1));
        }
        root.add(event.hash());
        StoredEventJson.write(event, buffer);
        buffer.add("\n");
      }
      out.write(buffer.take());
      for (Checkpoint checkpoint : part.checkpoints()) {
        if (checkpoint.treeSize() != root.size()) {
          throw new IOException("Events that were sealed are gone: run ledger verify.");
        }
        line(
            out,
            EventFile.write(
                new EventFile.CheckpointLine(checkpoint.verifier(), checkpoint.note())));
        checkpoints++;
      }
      progress.accept(root.size());
    }
    String digits = HexFormat.of().formatHex(root.root());
    line(out, EventFile.write(new EventFile.End(checkpoints, root.size(), digits)));
    return root.size();
  }

  private static void line(OutputStream out, byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
