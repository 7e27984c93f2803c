package io.cascadeledger.bench.http;

import io.cascadeledger.bench.report.Latencies;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * A closed loop over some keep-alive connections, each of which sends its next request when the
 * last was answered. One thread serves them all, because what the load costs is missing in the
 * server that it measures.
 */
public final class HttpLoad {

  /** Long enough for a load that ends by itself. */
  public static final Duration UNTIL_DONE = Duration.ofHours(1);

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int BUFFER = 1 << 16;
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final Latencies latencies = new Latencies();
  private final long start = System.nanoTime();
  private final long end;
  private int talking;

  private HttpLoad(Selector selector, Duration duration) {
    this.selector = selector;
    this.end = start + duration.toNanos();
  }

  /** One connection. */
  private static final class Line {
    private final int port;
    private final Conversation conversation;
    private ResponseParser parser;
    private SelectionKey key;
    private ByteBuffer request;
    private long sentAt;

    private Line(int port, Conversation conversation) {
      this.port = port;
      this.conversation = conversation;
    }

    private SocketChannel channel() {
      return (SocketChannel) key.channel();
    }
  }

  /**
   * Runs a load until its time is over or nothing is left to say. Requests that are under way then
   * are waited for, and count.
   *
   * @param ports where the servers listen on this machine; connections are dealt to them in turn
   * @param conversations one for each connection
   * @throws IOException if a server cannot be reached, or does not answer for a minute
   */
  public static LoadResult run(
      List<Integer> ports, List<? extends Conversation> conversations, Duration duration)
      throws IOException {
    try (Selector selector = Selector.open()) {
      HttpLoad load = new HttpLoad(selector, duration);
      try {
        return load.run(ports, conversations);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } finally {
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    }
  }

  private LoadResult run(List<Integer> ports, List<? extends Conversation> conversations)
      throws IOException {
    for (int i = 0; i < conversations.size(); i++) {
      Line line = new Line(ports.get(i % ports.size()), conversations.get(i));
      connect(line);
      talking++;
      send(line);
    }
    while (talking > 0) {
      if (selector.select(key -> progress((Line) key.attachment()), PATIENCE_MILLIS) == 0
          && talking > 0) {
        throw new IOException("%d requests were not answered".formatted(talking));
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new LoadResult(
        conversations.stream().mapToLong(Conversation::acknowledged).sum(),
        conversations.stream().mapToLong(Conversation::failed).sum(),
        took,
        latencies);
  }

  private void connect(Line line) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), line.port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    line.key = channel.register(selector, SelectionKey.OP_READ, line);
    line.parser = new ResponseParser();
  }

  private void send(Line line) throws IOException {
    long now = System.nanoTime();
    line.request = now < end ? line.conversation.next() : null;
    if (line.request == null) {
      line.channel().close();
      talking--;
      return;
    }
    line.sentAt = now;
    write(line);
  }

  private static void write(Line line) throws IOException {
    line.channel().write(line.request);
    line.key.interestOps(
        line.request.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  private void progress(Line line) {
    try {
      try {
        if (line.key.isWritable()) {
          write(line);
        }
        if (line.key.isReadable()) {
          read(line);
        }
      } catch (IOException e) {
        line.channel().close();
        line.conversation.answered(0, false);
        connect(line);
        send(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Line line) throws IOException {
    in.clear();
    if (line.channel().read(in) < 0) {
      throw new EOFException("the server closed the connection");
    }
    in.flip();
    if (line.parser.read(in, line.conversation::body)) {
      int status = line.parser.status();
      if (status / HUNDRED == SUCCESS) {
        latencies.add(System.nanoTime() - line.sentAt);
      }
      line.conversation.answered(status, line.parser.replayed());
      send(line);
    }
  }
}
