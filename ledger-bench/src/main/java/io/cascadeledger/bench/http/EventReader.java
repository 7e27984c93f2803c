package io.cascadeledger.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who reads all events, as fast as they come. */
public final class EventReader {

  private static final int BUFFER = 1 << 16;
  private static final int OK = 200;

  private EventReader() {}

  /**
   * Reads.
   *
   * @param atLeast how many events there are at least
   * @return how long it took from the request to the end of the answer
   * @throws IOException if there are fewer
   */
  public static Duration read(int port, String token, long atLeast)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/events".formatted(port)))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long start = System.nanoTime();
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      long events = lines(answer.body());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (answer.statusCode() != OK || events < atLeast) {
        throw new IOException(
            "the answer %d had %d of %d events".formatted(answer.statusCode(), events, atLeast));
      }
      return took;
    }
  }

  private static long lines(InputStream body) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long lines = 0;
    try (body) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }
}
