package io.cascadeledger.api.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as its users run it: as a process of its own. */
final class LedgerProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target", "ledger", "ledger.jar").toAbsolutePath();
  private static final Path OPTIONS = Path.of("..", "ledger.jvmoptions").toAbsolutePath();
  private static final Duration READY = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path out;
  private final Path err;

  private LedgerProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it; what it prints goes to files in a folder. */
  static LedgerProcess start(Path folder, Map<String, String> environment, String... arguments) {
    return start(folder, environment, List.of(), arguments);
  }

  /** Starts it behind another program, such as one that changes the user. */
  static LedgerProcess start(
      Path folder, Map<String, String> environment, List<String> before, String... arguments) {
    try {
      Path out = Files.createTempFile(folder, "ledger", ".out");
      Path err = Files.createTempFile(folder, "ledger", ".err");
      List<String> command = new ArrayList<>(before);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("@" + OPTIONS, "-Xmx384m", "-jar", JAR.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(Redirect.to(out.toFile()))
              .redirectError(Redirect.to(err.toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
      builder.environment().putAll(environment);
      return new LedgerProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody listens on. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server on a port is ready. */
  LedgerProcess awaitReady(int port) throws InterruptedException {
    long deadline = System.nanoTime() + READY.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (isReady(port)) {
        return this;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("the server does not become ready\n" + output() + errors());
  }

  private static boolean isReady(int port) throws InterruptedException {
    URI ready = URI.create("http://localhost:" + port + "/v1/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }

  /**
   * Waits for its end.
   *
   * @return the exit code
   */
  int exitCode(Duration bound) throws InterruptedException {
    if (!process.waitFor(bound)) {
      throw new AssertionError("it still runs after " + bound + "\n" + output() + errors());
    }
    return process.exitValue();
  }

  /** Its end at the hands of {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as {@code kill} and supervisors do. */
  void terminate() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed to its standard output. */
  String output() {
    return read(out);
  }

  /** What it has printed to its standard error. */
  String errors() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it, if it still runs: gently, so that its database ends too. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(Duration.ofSeconds(30))) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
