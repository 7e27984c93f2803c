package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TokenEndpointTest {

  private static final String PATH = "/oauth2/token";
  private static final Set<String> SCOPES = Set.of(Scopes.PAYMENTS_WRITE, Scopes.BALANCES_READ);

  private static final MutableClock clock = new MutableClock();
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestDatabase.create(), clock);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_client_gets_a_token_for_all_its_scopes_when_it_names_none() throws Exception {
    NewClient client = client();

    HttpResponse<String> answer = server.askForToken(client.client().id(), client.secret());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode token = TestServer.json(answer);
    assertThat(token.propertyNames())
        .containsExactly("access_token", "token_type", "expires_in", "scope");
    assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
    assertThat(token.get("expires_in").asInt()).isEqualTo(3600);
    assertThat(token.get("scope").asString()).isEqualTo("hpts:balances:read hpts:payments:write");
  }

  @Test
  void a_token_says_who_it_is_for_and_until_when() throws Exception {
    NewClient client = client();

    SignedJWT token = SignedJWT.parse(server.token(client));

    Instant now = clock.instant();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getHeader().getKeyID()).isNotBlank();
    Map<String, Object> claims = token.getPayload().toJSONObject();
    assertThat(claims.remove("jti")).asString().hasSize(36);
    assertThat(claims)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "iss",
                "cascade-ledger",
                "aud",
                "cascade-ledger",
                "sub",
                client.client().id(),
                "client_id",
                client.client().id(),
                "tenant_id",
                "acme",
                "scope",
                "hpts:balances:read hpts:payments:write",
                "iat",
                now.getEpochSecond(),
                "nbf",
                now.getEpochSecond(),
                "exp",
                now.getEpochSecond() + 3600));
  }

  @Test
  void a_client_may_authenticate_with_basic_and_narrow_its_scopes() {
    HttpResponse<String> answer =
        server.postForm(
            PATH,
            "grant_type=client_credentials&scope=hpts%3Abalances%3Aread",
            "Authorization",
            basic(client()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(TestServer.json(answer).get("scope").asString()).isEqualTo("hpts:balances:read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hpts:ledger:read", "hpts:balances:read+hpts:ledger:read", "root", "%22"})
  void a_scope_that_the_client_does_not_have_is_refused(String scope) {
    HttpResponse<String> answer =
        server.postForm(
            PATH, "grant_type=client_credentials&scope=" + scope, "Authorization", basic(client()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer)).isEqualTo("invalid_scope");
  }

  @Test
  void a_wrong_secret_an_unknown_client_and_a_disabled_one_get_the_same_answer() {
    NewClient disabled = client();
    server.bean(Clients.class).disable(disabled.client().id());

    List<HttpResponse<String>> answers =
        List.of(
            server.askForToken(client().client().id(), "wrong"),
            server.askForToken(client().client().id(), "x".repeat(100)),
            server.askForToken("no-such-client", disabled.secret()),
            server.askForToken("\u0000'; DROP TABLE oauth_client", "wrong"),
            server.askForToken(disabled.client().id(), disabled.secret()));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(401);
              assertThat(answer.body()).isEqualTo(answers.getFirst().body());
              assertThat(error(answer)).isEqualTo("invalid_client");
              assertThat(answer.headers().firstValue("WWW-Authenticate"))
                  .hasValue("Basic realm=\"cascade-ledger\"");
              assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "", 400, invalid_request
          client_id=a&client_secret=b, 400, invalid_request
          grant_type=password&client_id=a&client_secret=b, 400, unsupported_grant_type
          grant_type=client_credentials, 401, invalid_client
          grant_type=client_credentials&client_id=a, 401, invalid_client
          grant_type=client_credentials&client_id=a&client_secret=, 401, invalid_client
          grant_type=client_credentials&client_id=a&client_id=b, 400, invalid_request
          grant_type=client_credentials&client_id=%GG&client_secret=b, 400, invalid_request
          &&==&&%, 400, invalid_request
          """)
  void a_request_that_is_not_one_is_refused(String form, int status, String error) {
    HttpResponse<String> answer = server.postForm(PATH, form);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(error(answer)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({
    "Basic !!!, 401, invalid_client",
    "Basic bm9jb2xvbg==, 401, invalid_client",
    "Bearer abc, 401, invalid_client"
  })
  void a_strange_authorization_header_is_refused(String header, int status, String error) {
    HttpResponse<String> answer =
        server.postForm(PATH, "grant_type=client_credentials", "Authorization", header);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(error(answer)).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret=b", "client_id=somebody-else"})
  void two_ways_of_authentication_are_refused(String second) {
    HttpResponse<String> answer =
        server.postForm(
            PATH, "grant_type=client_credentials&" + second, "Authorization", basic(client()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer)).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "nonsense", "text/plain; charset=x/y"})
  void a_body_that_is_not_a_form_is_refused(String contentType) {
    HttpResponse<String> answer =
        server.send("POST", PATH, "grant_type=client_credentials", "Content-Type", contentType);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer)).isEqualTo("invalid_request");
  }

  @Test
  void a_large_body_is_refused_before_it_is_read_to_the_end() {
    HttpResponse<String> answer =
        server.postForm(PATH, "scope=" + "a".repeat(Limits.TOKEN_REQUEST_BYTES));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(error(answer)).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void only_post_is_allowed(String method) {
    HttpResponse<String> answer = server.send(method, PATH, "");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void after_ten_wrong_secrets_a_client_has_to_wait_out_the_minute() {
    NewClient client = client();
    for (int i = 0; i < 10; i++) {
      assertThat(server.askForToken(client.client().id(), "wrong").statusCode()).isEqualTo(401);
    }
    clock.advance(Duration.ofMillis(500));

    HttpResponse<String> refused = server.askForToken(client.client().id(), client.secret());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
    NewClient other = client();
    assertThat(server.askForToken(other.client().id(), other.secret()).statusCode()).isEqualTo(200);

    clock.advance(Duration.ofSeconds(60));
    HttpResponse<String> granted = server.askForToken(client.client().id(), client.secret());
    assertThat(granted.statusCode()).isEqualTo(200);
  }

  @Test
  void a_right_secret_forgives_the_wrong_ones_before() {
    NewClient client = client();
    for (int i = 0; i < 12; i++) {
      server.askForToken(client.client().id(), i == 6 ? client.secret() : "wrong");
    }

    HttpResponse<String> answer = server.askForToken(client.client().id(), client.secret());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_flood_of_requests_is_told_to_come_again_while_other_requests_are_served()
      throws Exception {
    NewClient client = client();
    String token = server.token(client);
    Callable<HttpResponse<String>> ask =
        () -> server.askForToken(client.client().id(), client.secret());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> flood =
          Stream.generate(() -> threads.submit(ask)).limit(120).toList();
      assertThat(server.balance(token).statusCode()).isEqualTo(200);

      List<Integer> statuses = new ArrayList<>();
      for (Future<HttpResponse<String>> answer : flood) {
        statuses.add(answer.get().statusCode());
      }
      assertThat(statuses).containsOnly(200, 503);
    }
  }

  private static NewClient client() {
    return server.bean(Clients.class).create("acme", SCOPES);
  }

  private static String basic(NewClient client) {
    String pair = client.client().id() + ":" + client.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String error(HttpResponse<String> answer) {
    return TestServer.json(answer).get("error").asString();
  }
}
