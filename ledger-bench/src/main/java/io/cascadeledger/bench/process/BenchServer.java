package io.cascadeledger.bench.process;

import io.cascadeledger.api.database.EmbeddedDatabase;
import io.cascadeledger.bench.database.Database;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A ledger under test: a process of its own, started by the launcher as {@code ./ledger run} is,
 * with the heap of a small container.
 */
public final class BenchServer implements AutoCloseable {

  private static final String HEAP = "-Xmx1g";
  private static final Duration START_BOUND = Duration.ofMinutes(3);
  private static final long STOP_SECONDS = 60;
  private static final long LOOK_MILLIS = 10;
  private static final int OK = 200;

  private final Process process;
  private final Runnable endWithUs = this::end;
  private final int port;
  private final long startedAt = System.nanoTime();
  private Database database;

  private BenchServer(Process process, int port) {
    this.process = process;
    this.port = port;
    AtExit.add(endWithUs);
  }

  /**
   * Starts a server on an embedded database.
   *
   * @param launcher the program {@code ledger}
   * @param folder the folder of the database
   * @param environment to add to that of this process
   */
  public static BenchServer embedded(Path launcher, Path folder, Map<String, String> environment)
      throws IOException {
    return start(launcher, List.of("--data=" + folder), environment, folder);
  }

  /** Starts a server on a database that is there. */
  public static BenchServer on(Path launcher, Database database, Path folder) throws IOException {
    BenchServer server =
        start(
            launcher,
            List.of(),
            Map.of("LEDGER_DATABASE_URL", database.url()),
            folder.resolve("second"));
    server.database = database;
    return server;
  }

  private static BenchServer start(
      Path launcher, List<String> options, Map<String, String> environment, Path log)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(options);
    command.addFirst("--port=" + port);
    command.addFirst("run");
    command.addFirst(launcher.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    // What the user has set for a ledger of their own is not for this one.
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().putAll(environment);
    builder.environment().put("LEDGER_JAVA_OPTS", HEAP);
    return new BenchServer(
        builder
            .redirectErrorStream(true)
            .redirectOutput(log.resolveSibling(log.getFileName() + ".log").toFile())
            .start(),
        port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Waits until it is ready to serve.
   *
   * @return how long that took since it was started
   * @throws IOException if it ends, or takes minutes
   */
  public Duration awaitReady() throws IOException, InterruptedException {
    return await("/v1/health/ready");
  }

  /** Waits until it serves, though its projections may be behind. */
  public Duration awaitLive() throws IOException, InterruptedException {
    return await("/v1/health/live");
  }

  private Duration await(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (process.isAlive() && System.nanoTime() - startedAt < START_BOUND.toNanos()) {
        if (status(http, request) == OK) {
          return Duration.ofNanos(System.nanoTime() - startedAt);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
    throw new IOException("the server did not become ready; see its log");
  }

  private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /** Where it listens on this machine. */
  public int port() {
    return port;
  }

  /** The process's number. */
  public long pid() {
    return process.pid();
  }

  /** Its database, once it serves. */
  public Database database(Path folder) {
    if (database == null) {
      database = new Database(EmbeddedDatabase.running(folder).orElseThrow());
    }
    return database;
  }

  /** Asks it to end, and waits until it has. */
  @Override
  public void close() {
    end();
    AtExit.remove(endWithUs);
  }

  private void end() {
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
