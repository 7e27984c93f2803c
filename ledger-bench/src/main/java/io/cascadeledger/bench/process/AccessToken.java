package io.cascadeledger.bench.process;

import io.cascadeledger.api.security.Clients;
import io.cascadeledger.api.security.NewClient;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.api.server.Databases;
import io.cascadeledger.bench.database.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** A client of the ledger for the bench, and a token for it. */
public final class AccessToken {

  private AccessToken() {}

  /**
   * Creates a client that may do everything with the books of a tenant, and asks the server for a
   * token, good for an hour.
   */
  public static String create(BenchServer server, Database database, String tenant)
      throws IOException, InterruptedException {
    NewClient client =
        new Clients(Databases.migrated(database.address()), Clock.systemUTC())
            .create(tenant, Scopes.DESCRIPTIONS.keySet());
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client.client().id(), client.secret());
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/oauth2/token".formatted(server.port())))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(answer).get("access_token").asString();
    }
  }
}
