package io.cascadeledger.api.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends batches to a ledger. */
final class BatchClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final URI server;
  private final Access access;
  // Without an attempt at HTTP/2, which on a plain connection now and then loses a POST.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private String token = "";

  BatchClient(URI server, Access access) {
    this.server = server;
    this.access = access;
  }

  /** The server cannot take the batch now. */
  static final class NotNowException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long retryAfterSeconds;

    NotNowException(String message, long retryAfterSeconds) {
      super(message);
      this.retryAfterSeconds = retryAfterSeconds;
    }

    long retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }

  /**
   * Sends lines, and hands on the results as they come, in the order of the lines.
   *
   * @throws IOException if the connection breaks, or the server cannot take them now; some results
   *     may have come
   * @throws ImportFailedException if there is no sense in sending them again
   */
  void send(List<SourceLine> lines, Consumer<JsonNode> results)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(line.json()).append('\n'));
    boolean fresh = token.isEmpty();
    if (fresh) {
      token = access.authenticate(http, server);
    }
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/payments:batch"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .header("Accept", "application/x-ndjson")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      requireOk(response, in, fresh);
      read(in, results);
    }
  }

  private static void read(InputStream in, Consumer<JsonNode> results) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      JsonNode result;
      try {
        result = JsonMapper.shared().readTree(line);
      } catch (JacksonException e) {
        throw new IOException("a result was cut short", e);
      }
      results.accept(result);
    }
  }

  private void requireOk(HttpResponse<InputStream> response, InputStream in, boolean fresh)
      throws IOException {
    int status = response.statusCode();
    if (status == OK) {
      return;
    }
    String problem = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8).strip();
    if (status == UNAUTHORIZED && access.isRenewable() && !fresh) {
      token = "";
      throw new NotNowException("the access token has run out", 0);
    }
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      throw new NotNowException(
          "the server answers %d: %s".formatted(status, problem),
          retryAfter(response.headers().firstValue("Retry-After").orElse("")));
    }
    throw new ImportFailedException("the server answers %d: %s".formatted(status, problem));
  }

  /** In seconds; 1 where it is a date or nothing, as both are rare and waiting is cheap. */
  private static long retryAfter(String header) {
    return header.matches("[0-9]{1,4}") ? Long.parseLong(header) : 1;
  }

  @Override
  public void close() {
    http.close();
  }
}
