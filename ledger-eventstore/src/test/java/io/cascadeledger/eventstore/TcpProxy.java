package io.cascadeledger.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A network that fails on demand, between a writer and its database. */
final class TcpProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final List<Socket> servers = new CopyOnWriteArrayList<>();
  private volatile boolean refusing;
  private volatile boolean silent;

  TcpProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Connections to a database through this network. */
  DataSource dataSource(String database) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl("jdbc:postgresql://localhost:" + listener.getLocalPort() + "/" + database);
    dataSource.setUser("postgres");
    return dataSource;
  }

  /** While it withholds answers, those of the server are lost; questions still reach it. */
  void withholdAnswers(boolean withhold) {
    silent = withhold;
  }

  /** Breaks all connections on the client's side; the server does not notice. */
  void cut() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    clients.clear();
    silent = false;
  }

  /** Refuses new connections until told otherwise. */
  void refuse(boolean refuse) {
    refusing = refuse;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (refusing) {
          client.close();
        } else {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          clients.add(client);
          servers.add(server);
          Thread.ofVirtual().start(() -> pump(client, server, false));
          Thread.ofVirtual().start(() -> answer(server, client));
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /** The client learns when the server ends a connection, but not the other way round. */
  private void answer(Socket server, Socket client) {
    try (client) {
      pump(server, client, true);
    } catch (IOException e) {
      return; // closed already
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[8_192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(buffer);
      while (length >= 0) {
        if (!answers || !silent) {
          out.write(buffer, 0, length);
          out.flush();
        }
        length = in.read(buffer);
      }
    } catch (IOException e) {
      return; // cut
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
    for (Socket server : servers) {
      server.close();
    }
  }
}
