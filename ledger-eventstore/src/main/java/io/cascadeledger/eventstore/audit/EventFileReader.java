package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEventJson;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a file of events. What is not as it should be is a failure, with the line's number. */
public final class EventFileReader implements LogSource, AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int EVENTS = 2_000;

  private final Counted file;
  private final LineReader lines;
  private final EventFile.Head head;
  private EventFile.End end;
  private int number;
  private int checkpoints;

  /** Counts what is read of the file as it is on disk. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read or is no file of events
   */
  public EventFileReader(Path path) throws IOException {
    file = new Counted(Files.newInputStream(path));
    try {
      lines = new LineReader(new GZIPInputStream(file, BUFFER));
      head = EventFile.read(line(), EventFile.Head.class);
      if (!EventFile.FORMAT.equals(head.format()) || head.version() != EventFile.VERSION) {
        throw new IOException("this is not a file of events that this release can read");
      }
    } catch (IOException e) {
      file.close();
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The log's name in its checkpoints; empty if it was never sealed. */
  public Optional<String> origin() {
    return Optional.ofNullable(head.origin());
  }

  /** The keys that have signed, as the file says. */
  public List<String> verifiers() {
    return head.verifiers();
  }

  /** How many bytes of the file have been read. */
  public long bytesRead() {
    return file.bytes;
  }

  /** The root that the file says its events have, once all was read. */
  public String root() {
    return end.root();
  }

  /** How many events the file says there are, once all was read. */
  public long events() {
    return end.end();
  }

  private byte[] line() throws IOException {
    number++;
    return lines.line();
  }

  @Override
  public Part next() throws IOException {
    if (end != null) {
      return null;
    }
    List<StoredEvent> events = new ArrayList<>(EVENTS);
    while (events.size() < EVENTS) {
      byte[] line = line();
      if (EventFile.startsWith(line, "{\"position\":")) {
        events.add(event(line));
      } else if (EventFile.startsWith(line, "{\"verifier\":")) {
        return new Part(events, List.of(checkpoint(line)));
      } else {
        end = EventFile.read(line, EventFile.End.class);
        requireEnd();
        break;
      }
    }
    return new Part(events, List.of());
  }

  private void requireEnd() throws IOException {
    if (end.checkpoints() != checkpoints || !lines.isAtEnd()) {
      throw new IOException("the file has other checkpoints, or more lines, than its end says");
    }
  }

  private StoredEvent event(byte[] line) throws IOException {
    try {
      return StoredEventJson.read(line);
    } catch (IllegalArgumentException e) {
      throw new IOException("line %d is not that of an event".formatted(number), e);
    }
  }

  private Checkpoint checkpoint(byte[] line) throws IOException {
    EventFile.CheckpointLine read = EventFile.read(line, EventFile.CheckpointLine.class);
    checkpoints++;
    try {
      CheckpointNote note = CheckpointNote.parse(read.checkpoint());
      return new Checkpoint(
          note.treeSize(), note.root(), note.signedAt(), read.verifier(), read.checkpoint());
    } catch (IllegalArgumentException e) {
      throw new IOException("line %d is not a checkpoint".formatted(number), e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
