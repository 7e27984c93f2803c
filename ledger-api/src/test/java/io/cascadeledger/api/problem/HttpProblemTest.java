package io.cascadeledger.api.problem;

import static io.cascadeledger.api.problem.ProblemAssertions.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.operation.Routes;
import io.cascadeledger.api.testing.HttpServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What never reaches an endpoint: paths, methods and media types that are wrong. */
class HttpProblemTest {

  private static HttpServer server;

  @BeforeAll
  static void start() {
    server = new HttpServer(Routes.to(FailingEndpoints.all()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> requestsThatMissAnEndpoint() {
    return Stream.of(
        Arguments.of("GET", "/v1/nowhere", 404, "not_found"),
        Arguments.of("POST", "/", 404, "not_found"),
        Arguments.of("GET", "/v1/nothing/", 404, "not_found"),
        Arguments.of("DELETE", "/v1/nothing", 405, "method_not_allowed"),
        Arguments.of("OPTIONS", "/v1/nothing", 405, "method_not_allowed"),
        Arguments.of("BREW", "/v1/nothing", 405, "method_not_allowed"));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @MethodSource("requestsThatMissAnEndpoint")
  void a_wrong_path_is_told_from_a_wrong_method(String method, String path, int status, String code)
      throws Exception {
    HttpResponse<String> answer =
        server.send(server.request(path).method(method, BodyPublishers.noBody()));

    problem(answer, status, code);
    assertThat(answer.headers().firstValue("Allow").map(HttpProblemTest::sorted))
        .isEqualTo(status == 405 ? Optional.of("GET,POST") : Optional.empty());
  }

  @Test
  void a_head_is_answered_like_a_get_without_its_body() throws Exception {
    HttpResponse<String> found = server.send(server.request("/v1/nothing").HEAD());
    HttpResponse<String> missing = server.send(server.request("/v1/nowhere").HEAD());

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).isEmpty();
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(missing.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain",
    "application/xml",
    "application/x-www-form-urlencoded",
    "nonsense",
    "''"
  })
  void a_body_that_is_not_declared_as_json_is_unsupported(String type) throws Exception {
    HttpRequest.Builder request =
        server.request("/v1/nothing").POST(BodyPublishers.ofString("{\"amount_minor\":\"5\"}"));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }

    problem(server.send(request), 415, "unsupported_media_type");
  }

  @Test
  void json_may_be_declared_with_its_charset() throws Exception {
    HttpRequest.Builder request =
        server
            .request("/v1/nothing")
            .header("Content-Type", "application/json; charset=UTF-8")
            .POST(BodyPublishers.ofString("{\"amount_minor\":\"5\"}"));

    assertThat(server.send(request).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, 406",
    "nonsense, 406",
    "application/json, 200",
    "application/problem+json, 200",
    "application/*, 200",
    "'text/html, */*;q=0.8', 200"
  })
  void an_answer_must_be_acceptable_as_json(String accept, int status) throws Exception {
    HttpResponse<String> answer =
        server.send(server.request("/v1/nothing").header("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 406) {
      problem(answer, 406, "not_acceptable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/things/%zz", "/v1/nothing?failure=%zz", "/v1/%", "/v1/nothing?%"})
  void a_malformed_escape_is_the_callers_mistake(String target) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: ledger\r\nConnection: close\r\n\r\n"
                  .formatted(target)
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 4");
    }
  }

  private static String sorted(String allow) {
    return Stream.of(allow.split(","))
        .map(String::strip)
        .sorted()
        .reduce((a, b) -> a + "," + b)
        .orElse("");
  }
}
