package io.cascadeledger.api.security;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running {@link TestLedger} and an HTTP client for it. */
final class TestServer implements AutoCloseable {

  static final String BALANCE = "/v1/loans/11111111-1111-1111-1111-111111111111/balance";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConfigurableApplicationContext context;

  private TestServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a server; properties are given as name=value. */
  static TestServer start(TestDatabase database, Clock clock, String... properties) {
    SpringApplication application = new SpringApplication(TestLedger.class);
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(DataSource.class, database::dataSource);
          beans.registerBean(Clock.class, () -> clock);
        });
    List<String> arguments =
        new ArrayList<>(Arrays.stream(properties).map(property -> "--" + property).toList());
    arguments.add("--spring.main.banner-mode=off");
    if (Arrays.stream(properties).noneMatch(property -> property.startsWith("server.port="))) {
      arguments.add("--server.port=0"); // as an argument it wins over application.yaml
    }
    return new TestServer(application.run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Map<String, T> beansOf(Class<T> type) {
    return context.getBeansOfType(type);
  }

  String url() {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** Sends a request; headers are names and values in turn. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> getWithToken(String path, String token) {
    return send("GET", path, "", "Authorization", "Bearer " + token);
  }

  /** Reads the balance with a token. */
  HttpResponse<String> balance(String token) {
    return getWithToken(BALANCE, token);
  }

  HttpResponse<String> postForm(String path, String form, String... headers) {
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return send("POST", path, form, all.toArray(String[]::new));
  }

  /** Asks for a token with the credentials in the form. */
  HttpResponse<String> askForToken(String clientId, String secret) {
    return postForm(
        "/oauth2/token",
        form(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", secret)));
  }

  String token(NewClient client) {
    HttpResponse<String> answer = askForToken(client.client().id(), client.secret());
    return json(answer).get("access_token").asString();
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }
}
