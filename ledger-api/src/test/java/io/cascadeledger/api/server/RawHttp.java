package io.cascadeledger.api.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Requests that a decent HTTP client refuses to send, byte by byte. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 10_000;

  private RawHttp() {}

  /** The whole answer to a request with a further header. */
  static String post(Tenant caller, String path, String header, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(
        caller,
        """
        POST %s HTTP/1.1
        Host: localhost
        Connection: close
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d
        %s

        """
            .formatted(path, caller.token(), bytes.length, header),
        bytes);
  }

  /** The whole answer to a request line, sent with a token. */
  static String request(Tenant caller, String requestLine) {
    return send(
        caller,
        """
        %s
        Host: localhost
        Connection: close
        Authorization: Bearer %s

        """
            .formatted(requestLine, caller.token()),
        new byte[0]);
  }

  private static String send(Tenant caller, String head, byte[] body) {
    try (Socket socket = new Socket("localhost", caller.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      return readAnswer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends the beginning of a body that claims to be, or by its chunks becomes, much larger.
   *
   * @param chunked whether to send it in chunks, without a length
   * @return the answer, which comes although the body never ends
   */
  static String endlessPost(Tenant caller, String path, boolean chunked, int megabytes) {
    String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + (10L << 20);
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Idempotency-Key: key:endless-body
        %s

        """
            .formatted(path, caller.token(), length);
    byte[] piece = " ".repeat(64 << 10).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket("localhost", caller.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      try {
        for (int sent = 0; sent < megabytes << 20; sent += piece.length) {
          if (chunked) {
            out.write(
                (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
          }
          out.write(piece);
          if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
          }
        }
        out.flush();
      } catch (SocketException _) {
        // The server has answered and reads no more; the answer may be here all the same.
      }
      return readAnswer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until the end, that of the problem document, or that of the connection. */
  private static String readAnswer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    int read;
    do {
      try {
        read = socket.getInputStream().read(buffer);
      } catch (SocketException _) {
        read = -1;
      }
      answer.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.UTF_8));
    } while (read >= 0 && !answer.toString().endsWith("}"));
    return answer.toString();
  }
}
