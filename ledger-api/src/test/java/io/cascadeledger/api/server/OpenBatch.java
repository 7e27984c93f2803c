package io.cascadeledger.api.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A batch whose lines are sent, and whose results are read, at the pace of a test. */
final class OpenBatch implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private int leftOfChunk;
  private boolean begun;

  OpenBatch(Tenant caller) throws IOException {
    socket = new Socket("localhost", caller.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream());
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/x-ndjson
        Transfer-Encoding: chunked

        """
            .formatted(Batch.PATH, caller.token());
    write(head.replace("\n", "\r\n"));
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Sends lines; waits while the server does not read. */
  void send(String lines) throws IOException {
    int bytes = lines.getBytes(StandardCharsets.UTF_8).length;
    write(HexFormat.of().toHexDigits(bytes) + "\r\n" + lines + "\r\n");
  }

  /** Says that there are no more lines. */
  void end() throws IOException {
    write("0\r\n\r\n");
  }

  /** The next result; null after the last. */
  String result() throws IOException {
    if (!begun) {
      for (String line = headLine(); !line.isEmpty(); line = headLine()) {
        if (line.startsWith("HTTP/") && !line.startsWith("HTTP/1.1 200")) {
          throw new AssertionError(line);
        }
      }
      begun = true;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = read(); b >= 0; b = read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      line.write(b);
    }
    return null;
  }

  private int read() throws IOException {
    if (leftOfChunk == 0) {
      String size = headLine();
      leftOfChunk = Integer.parseInt(size.isEmpty() ? headLine() : size, 16);
      if (leftOfChunk == 0) {
        return -1;
      }
    }
    leftOfChunk--;
    return in.read();
  }

  private String headLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new AssertionError("the connection ended after: " + line);
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  /** Breaks the connection, as a process that is killed does. */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
