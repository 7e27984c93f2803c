package io.cascadeledger.api.importing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lets a program into a ledger.
 *
 * @param token an access token; null to get tokens with the client's credentials
 * @param clientId the client's identifier; null if there is a token
 * @param clientSecret the client's secret; null if there is a token
 */
public record Access(
    @Nullable String token, @Nullable String clientId, @Nullable String clientSecret) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  /** Whether a token that was refused can be replaced. */
  boolean isRenewable() {
    return token == null;
  }

  /**
   * A token.
   *
   * @throws IOException if the server cannot give one now
   * @throws ImportFailedException if it refuses
   */
  public String authenticate(HttpClient http, URI server) throws IOException, InterruptedException {
    if (token != null) {
      return token;
    }
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encode(clientId), encode(clientSecret));
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(server.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() >= SERVER_ERROR || response.statusCode() == 429) {
      throw new IOException("no access token yet: status " + response.statusCode());
    }
    if (response.statusCode() != OK) {
      throw new ImportFailedException(
          "the server gives no access token: " + response.body().strip());
    }
    JsonNode answer = JsonMapper.shared().readTree(response.body());
    return answer.path("access_token").asString("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return clientId == null ? "token" : clientId;
  }
}
