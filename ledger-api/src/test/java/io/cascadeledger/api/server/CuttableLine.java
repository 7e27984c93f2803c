package io.cascadeledger.api.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The line between a server and its database, which can be cut and mended. */
final class CuttableLine implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  CuttableLine(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Ends every connection, and each new one at once. */
  void cut() throws IOException {
    cut = true;
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (cut) {
          client.close();
        } else {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          ends.addAll(List.of(client, server));
          Thread.ofVirtual().start(() -> copy(client, server));
          Thread.ofVirtual().start(() -> copy(server, client));
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      return; // cut
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
