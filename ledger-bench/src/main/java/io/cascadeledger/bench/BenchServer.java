package io.cascadeledger.bench;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.api.database.EmbeddedDatabase;
import io.cascadeledger.api.security.Clients;
import io.cascadeledger.api.security.NewClient;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.api.server.Databases;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** The ledger under test: a process of its own, with the heap of a small container. */
final class BenchServer implements AutoCloseable {

  private static final String HEAP = "-Xmx1g";
  private static final Duration START_BOUND = Duration.ofMinutes(2);
  private static final long STOP_SECONDS = 30;
  private static final String TENANT = "bench";

  private final Process process;
  private final int port;
  private final DatabaseAddress database;
  private final String token;

  private BenchServer(Process process, int port, DatabaseAddress database, String token) {
    this.process = process;
    this.port = port;
    this.database = database;
    this.token = token;
  }

  /** Starts the packaged program on an embedded database in a folder. */
  static BenchServer start(Path ledgerJar, Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                ledgerJar.toString(),
                "run",
                "--port=" + port,
                "--data=" + folder)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolveSibling("server.log").toFile())
            .start();
    try {
      awaitReady(process, port);
      DatabaseAddress database = EmbeddedDatabase.running(folder).orElseThrow();
      NewClient client =
          new Clients(Databases.migrated(database), Clock.systemUTC())
              .create(TENANT, Scopes.DESCRIPTIONS.keySet());
      return new BenchServer(process, port, database, token(port, client));
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process, int port)
      throws IOException, InterruptedException {
    HttpRequest ready = HttpRequest.newBuilder(at(port, "/v1/health/ready")).build();
    long deadline = System.nanoTime() + START_BOUND.toNanos();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (System.nanoTime() < deadline && process.isAlive()) {
        try {
          if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
    }
    throw new IOException("the server did not become ready");
  }

  private static String token(int port, NewClient client) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client.client().id(), client.secret());
    HttpRequest request =
        HttpRequest.newBuilder(at(port, "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(answer).get("access_token").asString();
    }
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  int port() {
    return port;
  }

  String token() {
    return token;
  }

  DatabaseAddress database() {
    return database;
  }

  DataSource dataSource() {
    return Databases.migrated(database);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
