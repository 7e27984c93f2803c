package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static TestServer server;
  private static String readersToken;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestDatabase.create(), new MutableClock());
    readersToken =
        server.token(
            server.bean(Clients.class).create("acme", Set.of(Scopes.BALANCES_READ), "reader"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_public_path_needs_no_token_and_does_not_look_at_one() {
    assertThat(server.get("/v1/health/live").statusCode()).isEqualTo(200);
    assertThat(server.getWithToken("/v1/health/live", "nonsense").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {TestServer.BALANCE, "/v1/forgotten", "/v1/unknown", "/", "/oauth2"})
  void without_a_token_every_other_path_asks_for_one(String path) {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"cascade-ledger\"");
    assertThat(answer.body()).isEqualTo("An access token is required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "bearer", "Token x"})
  void another_scheme_is_not_a_token(String authorization) {
    HttpResponse<String> answer =
        server.send("GET", TestServer.BALANCE, "", "Authorization", authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("An access token is required");
  }

  @Test
  void two_tokens_are_refused() {
    HttpResponse<String> answer =
        server.send(
            "GET",
            TestServer.BALANCE,
            "",
            "Authorization",
            "Bearer " + readersToken,
            "Authorization",
            "Bearer " + readersToken);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void the_scheme_is_not_case_sensitive() {
    HttpResponse<String> answer =
        server.send("GET", TestServer.BALANCE, "", "Authorization", "bEARER " + readersToken);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_missing_scope_is_named() {
    HttpResponse<String> answer =
        server.send("POST", "/v1/payments", "{}", "Authorization", "Bearer " + readersToken);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(Scopes.PAYMENTS_WRITE);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue(
            "Bearer realm=\"cascade-ledger\", error=\"insufficient_scope\","
                + " scope=\"hpts:payments:write\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/forgotten", "/v1/unknown", "/v1/payments/"})
  void what_no_rule_names_does_not_exist_even_if_it_is_routed(String path) {

    assertThat(server.getWithToken(path, readersToken).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /v1/payments, POST", "HEAD, /v1/payments, POST"})
  void another_method_of_a_known_path_is_told_the_right_one(
      String method, String path, String allowed) {
    HttpResponse<String> answer =
        server.send(method, path, "", "Authorization", "Bearer " + readersToken);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
  }

  @Test
  void answers_are_not_cached_sniffed_or_framed() {
    var headers = server.balance(readersToken).headers();

    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/health/live/..;/../forgotten",
        "/v1/health/live/../../forgotten",
        "/v1/health/live/%2e%2e/forgotten",
        "/v1/./payments",
        "/v1/payments/..",
        "//v1/payments",
        "/v1//payments",
        "/v1/payments;a=b",
        "/v1/payments%3Ba=b",
        "/v1%2Fpayments",
        "/v1%2fpayments",
        "/v1%5cpayments",
        "/v1/payments%00",
        "/v1/payments%0d%0a",
        "/v1/payments%7f",
        "/v1/%2570ayments"
      })
  void a_path_that_tries_to_slip_past_the_rules_is_malformed(String path) throws IOException {
    assertThat(statusLine("GET " + path + " HTTP/1.1")).contains(" 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/pay%6Dents", "/v1/...", "/v1/a%20b/%C3%A9", "/v1/loans/a.b~c-d_e"})
  void an_escape_that_hides_nothing_is_as_good_as_what_it_stands_for(String path)
      throws IOException {
    assertThat(statusLine("GET " + path + " HTTP/1.1")).contains(" 401 ");
  }

  private static String statusLine(String requestLine) throws IOException {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .findFirst()
          .orElseThrow();
    }
  }
}
