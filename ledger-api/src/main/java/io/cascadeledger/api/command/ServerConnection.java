package io.cascadeledger.api.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command's connection to a running server, with an access token. */
final class ServerConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ERROR = 400;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final String bearer;

  /**
   * Connects.
   *
   * @throws IOException if the server cannot be reached or gives no token
   */
  ServerConnection(ServerAccess server, CommandLine command)
      throws IOException, InterruptedException {
    this.url = server.url();
    this.bearer = "Bearer " + server.access(command).authenticate(http, url);
  }

  /**
   * Reads a stream.
   *
   * @throws IOException if the server answers with a problem
   */
  InputStream get(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() >= ERROR) {
      try (InputStream body = response.body()) {
        throw problem(
            response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return response.body();
  }

  /**
   * Puts a JSON document, under a key of its own.
   *
   * @throws IOException if the server answers with a problem
   */
  JsonNode put(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "ledger-command:" + UUID.randomUUID())
                .timeout(PATIENCE)
                .PUT(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() >= ERROR) {
      throw problem(response.statusCode(), response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", bearer);
  }

  private static IOException problem(int status, String body) {
    String detail = JsonMapper.shared().readTree(body).path("detail").asString(body);
    return new IOException("The server answered %d: %s".formatted(status, detail));
  }

  @Override
  public void close() {
    http.close();
  }
}
