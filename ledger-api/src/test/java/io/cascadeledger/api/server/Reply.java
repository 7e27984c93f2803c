package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server. */
record Reply(int status, HttpHeaders headers, String body) {

  static Reply of(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  /** What came over the wire, head and body. */
  static Reply of(String answer) {
    int status = Integer.parseInt(answer.substring(9, 12));
    return new Reply(
        status,
        HttpHeaders.of(Map.of(), (_, _) -> true),
        answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  /** Itself, if it has the status. */
  Reply expect(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    return this;
  }

  /** Itself, if it is a problem document of that status and code, whole and discreet. */
  Reply expectProblem(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("code").asString()).as(body).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("type").asString()).isEqualTo("/docs/errors#" + code);
    assertThat(List.copyOf(problem.propertyNames()))
        .containsAll(List.of("title", "detail", "instance", "correlation_id"));
    return expectDiscreet();
  }

  /** Itself, if it tells nothing of how the server is made. */
  Reply expectDiscreet() {
    assertThat(body)
        .doesNotContain(
            "Exception", "io.cascadeledger", "org.", "java.", "tools.jackson", "\\tat ", "SQL");
    return this;
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** A string field at a JSON pointer or of a name. */
  String text(String field) {
    JsonNode value = field.startsWith("/") ? json().at(field) : json().path(field);
    assertThat(value.isString()).as("%s is a string in %s", field, body).isTrue();
    return value.asString();
  }

  UUID id(String field) {
    return UUID.fromString(text(field));
  }

  /** The errors of a problem, as field/code. */
  List<String> errors() {
    return json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString() + "/" + error.path("code").asString())
        .toList();
  }

  String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  long position() {
    return Long.parseLong(header("Ledger-Position"));
  }
}
