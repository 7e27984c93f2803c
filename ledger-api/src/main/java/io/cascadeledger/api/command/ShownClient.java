package io.cascadeledger.api.command;

import io.cascadeledger.api.exchange.IdempotencyKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a server, and shows them as they would be typed at a terminal. */
final class ShownClient {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String server;
  private final PrintWriter out;
  // Without an attempt at HTTP/2, which on a plain connection now and then loses a POST.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  ShownClient(int port, PrintWriter out) {
    this.server = "http://localhost:" + port;
    this.out = out;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param replayed whether it repeats the answer to an earlier request
   * @param body the body
   */
  record Shown(int status, boolean replayed, JsonNode body) {}

  /** Gets an access token; neither the token nor the secret is shown. */
  int authenticate(DemoClient client, Path clientFile) throws IOException, InterruptedException {
    out.printf(
        """
        # Get an access token
        TOKEN=$(curl -s %s/oauth2/token \\
          -d grant_type=client_credentials \\
          -d client_id=%s \\
          --data-urlencode client_secret="$(sed -n 2p %s)" \\
          | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
        """,
        server, client.id(), clientFile);
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encode(client.id()), encode(client.secret()));
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(server + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    JsonNode answer = JSON.readTree(response.body());
    token = answer.path("access_token").asString("");
    out.printf("%d  expires_in %s%n%n", response.statusCode(), answer.path("expires_in"));
    return response.statusCode();
  }

  /** The access token; empty if there is none. */
  String token() {
    return token;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Posts a JSON body. */
  Shown post(String title, String path, String key, String body)
      throws IOException, InterruptedException {
    out.printf(
        """
        # %s
        curl %s%s \\
          -H "Authorization: Bearer $TOKEN" \\
          -H "Content-Type: application/json" \\
          -H "Idempotency-Key: %s" \\
          -d '%s'
        """,
        title, server, path, key, body.replace("\n", "\n      "));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header(IdempotencyKey.HEADER, key)
            .POST(BodyPublishers.ofString(body))
            .build();
    Shown answer = send(request);
    show(answer);
    return answer;
  }

  /** Gets something; shows the request, and the answer only if wanted. */
  Shown get(String title, String path, boolean showAnswer)
      throws IOException, InterruptedException {
    String header = path.startsWith("/v1/health/") ? "" : " -H \"Authorization: Bearer $TOKEN\"";
    out.printf("# %s%ncurl %s%s%s%n", title, server, path, header);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + token)
            .build();
    Shown answer = send(request);
    if (showAnswer) {
      show(answer);
    }
    return answer;
  }

  private Shown send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Shown(
        response.statusCode(),
        response.headers().firstValue(IdempotencyKey.REPLAYED_HEADER).isPresent(),
        JSON.readTree(response.body()));
  }

  private void show(Shown answer) {
    out.printf(
        "%d%s%n%s%n%n",
        answer.status(),
        answer.replayed() ? "  Idempotency-Replayed: true" : "",
        JSON.writeValueAsString(answer.body()));
    out.flush();
  }
}
