package io.cascadeledger.api.problem;

import static io.cascadeledger.api.problem.ProblemAssertions.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.operation.Routes;
import io.cascadeledger.api.testing.HttpServer;
import io.cascadeledger.limits.Limits;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemHandlerTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static HttpServer server;

  @BeforeAll
  static void start() {
    server = new HttpServer(Routes.to(FailingEndpoints.all()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void what_is_in_order_is_not_touched() throws Exception {
    HttpResponse<String> answer = post("", "{\"amount_minor\":\"5\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"amount\":5}");
  }

  @Test
  void a_problem_has_every_member() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/v1/nothing")
                .header("Content-Type", "application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString("{\"amount_minor\":0,\"effective_at\":\"x\"}")));

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "/docs/errors#invalid_request",
                 "title": "The request is not valid",
                 "status": 400,
                 "detail": "amount_minor must be a string of digits such as \\"88849\\" (amounts \
                are strings, because JSON numbers are not exact everywhere), not a number. There \
                is one more error.",
                 "instance": "/v1/nothing",
                 "code": "invalid_request",
                 "correlation_id": "4bf92f3577b34da6a3ce929d0e0e4736",
                 "errors": [
                   {"field": "amount_minor", "code": "wrong_type",
                    "message": "must be a string of digits such as \\"88849\\" (amounts are \
                strings, because JSON numbers are not exact everywhere), not a number"},
                   {"field": "effective_at", "code": "invalid_format",
                    "message": "must be a date written as YYYY-MM-DD"}]}
                """));
  }

  @ParameterizedTest(name = "{0} is answered with {1} {2}")
  @CsvSource({
    "amount, 422, amount_too_large, amount_minor amount_too_large",
    "date, 422, effective_date_in_future, effective_at effective_date_in_future",
    "currency, 422, currency_mismatch, ''",
    "batch, 422, batch_refused, loans[3] loan_closed",
    "wrapped, 409, loan_closed, ''",
    "unknown_outcome, 503, outcome_unknown, ''",
    "overloaded, 503, overloaded, ''",
  })
  void a_refusal_names_the_field_that_it_points_at(
      String failure, int status, String code, String error) throws Exception {
    HttpResponse<String> answer = post("?failure=" + failure, "{\"amount_minor\":\"5\"}");

    JsonNode problem = problem(answer, status, code);
    assertThat(
            problem
                .path("errors")
                .valueStream()
                .map(it -> it.get("field").asString() + " " + it.get("code").asString())
                .reduce("", String::concat))
        .isEqualTo(error);
    assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
  }

  @Test
  void a_body_over_the_limit_is_too_large() throws Exception {
    problem(post("", " ".repeat(Limits.BODY_BYTES + 1)), 413, "body_too_large");
    problem(post("", " ".repeat(Limits.BODY_BYTES)), 400, "malformed_json");
  }

  @Test
  void an_empty_body_is_malformed() throws Exception {
    JsonNode problem = problem(post("", ""), 400, "malformed_json");

    assertThat(problem.get("detail").asString())
        .isEqualTo("The body is empty; it must be a JSON object.");
  }

  @Test
  void a_malformed_identifier_in_the_path_is_an_invalid_request() throws Exception {
    HttpResponse<String> answer = server.send(server.request("/v1/things/42"));

    JsonNode problem = problem(answer, 400, "invalid_request");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("thing_id");
  }

  @Test
  void a_wrong_parameter_is_an_invalid_request() throws Exception {
    JsonNode problem = problem(post("?fialure=x", "{}"), 400, "invalid_request");

    assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("unknown_parameter");
  }

  @Test
  void a_connection_that_broke_to_the_database_is_not_taken_for_the_caller_s() throws Exception {
    HttpResponse<String> answer = post("?failure=database", "{\"amount_minor\":\"5\"}");

    problem(answer, 503, "database_unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void a_fault_is_logged_once_and_never_shown(CapturedOutput output) throws Exception {
    HttpResponse<String> answer = post("?failure=fault", "{\"amount_minor\":\"5\"}");

    JsonNode problem = problem(answer, 500, "internal_error");
    assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("Exception");
    // In JSON one line says some things twice, so it is the line that is counted.
    assertThat(output.getAll())
        .containsOnlyOnce("POST /v1/nothing failed")
        .contains(problem.get("correlation_id").asString())
        .contains("hunter2");
  }

  @Test
  void a_refusal_is_not_logged(CapturedOutput output) throws Exception {
    post("?failure=amount", "{\"amount_minor\":\"5\"}");

    assertThat(output.getAll()).doesNotContain("Too much");
  }

  private static HttpResponse<String> post(String query, String body)
      throws IOException, InterruptedException {
    return server.send(
        server
            .request("/v1/nothing" + query)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
