package io.cascadeledger.bench.http;

import io.cascadeledger.bench.report.Latencies;
import io.cascadeledger.bench.report.Reading;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;

/** Somebody who reads one thing after the other over a keep-alive connection. */
public final class TimedReads implements AutoCloseable {

  private static final int OK = 200;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final String token;

  /** Reads from a server on this machine, with a token. */
  public TimedReads(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /**
   * Reads some times.
   *
   * @param paths the next path to read
   * @throws IOException if an answer is not what was asked for
   */
  public Reading take(int times, Supplier<String> paths) throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      String path = paths.get();
      long sent = System.nanoTime();
      read(path);
      latencies.add(System.nanoTime() - sent);
    }
    long took = Math.max(1, System.nanoTime() - start);
    return Reading.of(times * NANOS_PER_SECOND / took, latencies);
  }

  /**
   * Reads once.
   *
   * @return the body of the answer
   */
  public String read(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException(
          "%s was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
