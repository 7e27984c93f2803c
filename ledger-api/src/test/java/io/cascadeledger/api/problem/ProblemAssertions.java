package io.cascadeledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every answer that is a problem. */
final class ProblemAssertions {

  private ProblemAssertions() {}

  /** Checks that an answer is a well-formed problem, and returns it. */
  static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#" + code);
    assertThat(problem.get("detail").asString()).endsWith(".");
    assertThat(problem.get("correlation_id").asString()).isNotEmpty();
    return problem;
  }
}
